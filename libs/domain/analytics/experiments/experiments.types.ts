import type { IntegrationKind } from '#domain/integrations';
import type { Interval } from './statistics/intervals';

/** In the order of how grave it is to be worse at them. */
export const COMPARED_METRICS = ['failures', 'satisfaction', 'latency'] as const;
export type ComparedMetric = (typeof COMPARED_METRICS)[number];

export const EXPERIMENT_VERDICTS = ['insufficient_data', 'no_difference_shown', 'better'] as const;
export type ExperimentVerdict = (typeof EXPERIMENT_VERDICTS)[number];

export interface AbReportRequest {
  /** The day in UTC in which it lies counts as a whole; from the beginning unless given. */
  from?: Date;
  /** As a whole too; up to now unless given. */
  to?: Date;
}

/** A share of something that is counted, with its Wilson interval (95 %); null of nothing. */
export interface MeasuredShare {
  count: number;
  total: number;
  share: number | null;
  interval: Interval | null;
}

export interface LatencyFigures {
  meanMs: number | null;
  p50Ms: number | null;
  p95Ms: number | null;
}

/** What is compared: conversations that were first given to the integration in the period, each once. */
export interface ConversationOutcomes {
  /** Those with a turn that it was chosen for and did not answer. */
  failed: MeasuredShare;
  /** Of those with ratings of what it wrote, those with more positive than negative ones. */
  pleased: MeasuredShare;
  /** Geometric mean of how long the end users of a conversation waited, whoever answered. */
  waiting: { geometricMeanMs: number | null; interval: Interval | null };
}

export interface IntegrationFigures {
  integrationId: string;
  /** The last one that was known, if it is deleted. */
  name: string | null;
  kind: IntegrationKind | null;
  isDeleted: boolean;
  isEnabled: boolean;
  isFallback: boolean;
  weight: number;
  /** Of the weights of all that are enabled, as they are now. */
  weightShare: number;
  /** First given to it in the period. */
  conversations: number;
  /** Of those of all integrations. */
  conversationShare: number | null;
  /** Replies of its own. */
  turns: number;
  /** Times that it was asked. */
  calls: number;
  /** Calls that came to nothing. */
  failures: number;
  failureRate: number | null;
  /** Times that it was not asked because it had failed several times in a row. */
  skips: number;
  /** Turns that it was chosen for and nobody could answer. */
  apologies: number;
  /** Of its own replies. */
  latency: LatencyFigures;
  ratings: { positive: number; neutral: number; negative: number; averageScore: number | null };
  usage: { inputTokens: number; outputTokens: number; costUsd: number; unpricedTurns: number };
  outcomes: ConversationOutcomes;
}

export interface IntegrationComparison {
  metric: ComparedMetric;
  integrationId: string;
  controlId: string;
  verdict: ExperimentVerdict;
  /** Either of the two; null unless one is. */
  betterIntegrationId: string | null;
  /** Conversations in which the metric is known. */
  conversations: number;
  controlConversations: number;
  /** A share (failures, satisfaction), or milliseconds (latency). */
  value: number | null;
  controlValue: number | null;
  /** Of the two values: their difference (failures, satisfaction) or ratio (latency), with an interval that holds at any time. */
  change: ({ kind: 'difference' | 'ratio'; value: number } & Interval) | null;
  /** Holds however often one looks; null when it was not tested. */
  pValue: number | null;
  /** Among all comparisons (Holm). */
  adjustedPValue: number | null;
}

export interface ReportVerdict {
  verdict: ExperimentVerdict;
  metric: ComparedMetric | null;
  /** Which is better, at the gravest metric of which one is. */
  integrationId: string | null;
  /** Better than which. */
  thanIntegrationId: string | null;
  pValue: number | null;
  adjustedPValue: number | null;
}

/** What became of the conversations of a bot, by the integration that they were given to. */
export interface AbReport {
  botId: string;
  /** Null: from the beginning, and up to now. */
  from: Date | null;
  /** Exclusive. */
  to: Date | null;
  /** As they were made, then those that are deleted. */
  integrations: readonly IntegrationFigures[];
  /** With the most turns; the others are compared with it. Null unless there are two to compare. */
  controlId: string | null;
  comparisons: readonly IntegrationComparison[];
  verdict: ReportVerdict;
  /** The chance of a single false verdict, however often one looks, is at most this. */
  level: number;
  /** Conversations that each of two must have before they are compared. */
  leastConversations: number;
  generatedAt: Date;
}
