/** What a training tells of itself. All figures are of examples that were held out. */

export interface IntentScores {
  intent: string;
  /** In-scope examples of the intent that the model was trained on. */
  examples: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface IntentConfusion {
  intent: string;
  predicted: string;
  count: number;
  /** At most five of the texts that were taken for the other intent. */
  texts: readonly string[];
}

/** Texts whose confidence lies in one part of 0 to 1. */
export interface CalibrationBin {
  from: number;
  to: number;
  count: number;
  /** Their mean confidence. */
  confidence: number;
  /** The share of them whose intent was right. */
  accuracy: number;
}

export interface ScopeFigures {
  /** Share of the texts in scope that reach the threshold; null when none was held out. */
  keptInScope: number | null;
  /** Share of the user's out-of-scope examples that do not reach it; null when none was held out. */
  outOfScopeRecall: number | null;
  /** Share of the texts of intents that were left out that do not reach it; null when none could be. */
  leftOutRecall: number | null;
  /** How well the scope's probability tells texts in scope from all others (area under the ROC curve); null without either. */
  auroc: number | null;
}

/** An example that stands more than once in its intent. */
export interface DuplicateGroup {
  text: string;
  intent: string;
  count: number;
}

/** A text that stands in several intents; the trainer keeps it in all of them. */
export interface ContradictionGroup {
  text: string;
  /** The most frequent first. */
  intents: readonly { intent: string; count: number }[];
}

export interface Repeats<Group> {
  /**
   * Of duplicates: the examples that say nothing new. Of contradictions: the texts. Null of models that were trained before
   * they were counted.
   */
  count: number | null;
  /** At most 50, the most frequent first. */
  groups: readonly Group[];
}

/** How often the linear machines alone are right when they have learnt so many examples. */
export interface LearningPoint {
  examples: number;
  accuracy: number;
}

export const SUGGESTION_KINDS = [
  'contradictory_texts',
  'overlapping_intents',
  'missed_wordings',
  'too_few_examples',
  'out_of_scope_examples',
  'more_examples',
  'other_examples',
  'imbalance',
] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

/** What a person could do about the examples. */
export interface Suggestion {
  kind: SuggestionKind;
  /** Null where it is about all. */
  intent: string | null;
  otherIntent: string | null;
  /** English. */
  message: string;
  /** At most five examples that it is about. */
  texts: readonly string[];
}

/** Figures are null, and lists empty, where no example could be held out. */
export interface TrainingReport {
  examples: number;
  intents: number;
  outOfScopeExamples: number;
  /** Those in scope: what the figures rest on. Null of models that were trained before it was told. */
  heldOutExamples: number | null;
  accuracy: number | null;
  macroF1: number | null;
  /** Mean negative logarithm (nats) of the probability given to the true intent. */
  loss: number | null;
  /** Expected calibration error of the confidence of in-scope examples, 15 bins. */
  calibrationError: number | null;
  /** 0 when nothing could be held out. */
  folds: number;
  /** A text counts as in scope when its scope score, a probability, reaches this. */
  threshold: number;
  perIntent: readonly IntentScores[];
  /**
   * At most 50: the pairs of intents with the most errors first, both directions together, and of a pair the direction with
   * more.
   */
  confusions: readonly IntentConfusion[];
  /** Bins of equal width, those without texts left out. */
  calibrationCurve: readonly CalibrationBin[];
  scope: ScopeFigures;
  duplicates: Repeats<DuplicateGroup>;
  contradictions: Repeats<ContradictionGroup>;
  /** Fewest examples first; empty when there are too few of them. */
  learningCurve: readonly LearningPoint[];
  /** At most 20, the most valuable first. */
  suggestions: readonly Suggestion[];
}
