/** `better` and `worse`: by more than chance. `not comparable`: on too few examples. */
export const VERDICTS = ['better', 'worse', 'no difference', 'not comparable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface ComparedIntent {
  intent: string;
  examples: number;
  f1: number;
  withF1: number;
}

/** An example that one of the two got right. */
export interface ComparedText {
  text: string;
  intent: string;
  predicted: string;
  withPredicted: string;
}

/** One version beside another, on the examples that both have held out. Figures are null when there are none. */
export interface Comparison {
  /** In scope. */
  examples: number;
  accuracy: number | null;
  withAccuracy: number | null;
  /** Of the accuracies; positive where the first is better. */
  difference: number | null;
  /** Of the difference, 95 %. */
  interval: [low: number, high: number] | null;
  /** That both are as good and differ by chance; two-sided. */
  pValue: number | null;
  macroF1: number | null;
  withMacroF1: number | null;
  outOfScope: ComparedScope;
  verdict: Verdict;
  /** At most 50, those that differ most first. */
  perIntent: readonly ComparedIntent[];
  /** What the first alone got right. */
  gainedCount: number;
  /** At most 20 of them. */
  gained: readonly ComparedText[];
  /** What the other alone got right. */
  lostCount: number;
  /** At most 20 of them. */
  lost: readonly ComparedText[];
  /** Intents that only the first knows. */
  addedIntents: readonly string[];
  /** Intents that only the other knows. */
  removedIntents: readonly string[];
}

/** Shares are null without such examples. */
export interface ComparedScope {
  /** Out of scope, held out by both. */
  examples: number;
  /** Share of the examples in scope that were taken as such. */
  keptInScope: number | null;
  withKeptInScope: number | null;
  /** Share of those out of scope that were refused. */
  refused: number | null;
  withRefused: number | null;
}

export interface VersionComparison extends Comparison {
  version: number;
  with: number;
}
