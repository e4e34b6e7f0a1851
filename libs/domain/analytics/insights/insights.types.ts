import type { EffectName } from './statistics/significance';

export const INSIGHT_PERIODS = ['daily', 'weekly', 'monthly', 'all'] as const;
/** The last day, 7 days or 30 days up to now, or everything since the bot was made. */
export type InsightPeriod = (typeof INSIGHT_PERIODS)[number];

export interface InsightsRequest {
  period: InsightPeriod;
  /** IANA name, for the hours of the day. */
  timeZone: string;
  /** Computes anew what is still remembered, unless that took long and is not long ago. */
  isFresh?: boolean;
}

export interface Insights {
  botId: string;
  period: InsightPeriod;
  timeZone: string;
  from: Date;
  /** Exclusive. */
  to: Date;
  /** Begin of the period before, which ends at `from`; null when there is none. */
  previousFrom: Date | null;
  /** Turns of the period that were read one by one: the latest ones; figures of trends count all. */
  turnsRead: number;
  /** Whether the period has more turns than those. */
  isSampled: boolean;
  performance: readonly Insight[];
  users: readonly Insight[];
  content: readonly Insight[];
  recommendations: readonly Recommendation[];
  generatedAt: Date;
}

/** `trend` compares two periods; `finding` tells what there is in this one. */
export type InsightKind = 'trend' | 'finding';
export type InsightUnit = 'count' | 'share' | 'milliseconds' | 'probability';
/** What a significant change means; `more` and `fewer` are neither good nor bad by themselves. */
export type Verdict = 'better' | 'worse' | 'more' | 'fewer';

export interface Insight {
  /** The same in every answer, such as `no-context-rate`. */
  id: string;
  kind: InsightKind;
  title: string;
  text: string;
  unit: InsightUnit;
  /** Of a finding, how many there are. */
  current: number | null;
  previous: number | null;
  changePercent: number | null;
  /** How often chance alone would make such a difference; null when nothing was tested. */
  pValue: number | null;
  /** The same, given that all trends were tested together (Benjamini-Hochberg). */
  adjustedPValue: number | null;
  effect: { name: EffectName; value: number | null } | null;
  isSignificant: boolean;
  verdict: Verdict | null;
  /** What each period's figure is made of. */
  samples: { current: number; previous: number } | null;
  /** What a finding is about, the weightiest first; each has an `id` where the thing has one. */
  items: readonly InsightItem[];
}

export type InsightItem = Readonly<Record<string, unknown>>;

/** What would mend something. */
export interface Recommendation {
  id: string;
  title: string;
  text: string;
  /** Turns of the period that it would have mended, as far as can be told; 0 for tidying up. */
  turns: number;
  action: SuggestedAction;
  /** Other ways to the same. */
  alternatives: readonly SuggestedAction[];
  evidence: InsightItem;
}

/** A request to this API. */
export interface SuggestedAction {
  title: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: Readonly<Record<string, unknown>>;
  /** Paths in the body that a person has to fill in, as `answer` or `items.0.content`. */
  fill: readonly string[];
}
