import type { Integration } from '#domain/integrations';
import type { Share } from '../insights/statistics/significance';
import { DAY_COUNTERS } from './counting/experiment-counting.queries';
import type { CountedIntegration } from './experiments.queries';
import type { ConversationOutcomes, IntegrationFigures, LatencyFigures, MeasuredShare } from './experiments.types';
import { latencyAtShare } from './latency-classes';
import { type Arm, armOf, type DaySums } from './outcomes';
import { meanInterval, shareInterval } from './statistics/intervals';

/** One that there is, or that there was. */
export interface ReportedIntegration {
  present: Integration | undefined;
  counted: CountedIntegration;
  arm: Arm;
}

const NOTHING = Object.fromEntries(DAY_COUNTERS.map((name) => [name, 0])) as unknown as DaySums;

/** Those that there are, in their order; then those that are deleted, if anything was counted of them in the period. */
export function reportedOf(
  present: readonly Integration[],
  counted: readonly CountedIntegration[],
): ReportedIntegration[] {
  const byId = new Map(counted.map((integration) => [integration.id, integration]));
  const ids = new Set(present.map(({ id }) => id));
  const gone = counted.filter(({ id, sums }) => !ids.has(id) && Object.values(sums).some((sum) => sum > 0));
  return [
    ...present.map((integration) => reported(integration, byId.get(integration.id) ?? uncounted(integration))),
    ...gone.map((integration) => reported(undefined, integration)),
  ];
}

function uncounted({ id, name, kind }: Integration): CountedIntegration {
  return { id, name, kind, sums: NOTHING, latencies: [] };
}

function reported(present: Integration | undefined, counted: CountedIntegration): ReportedIntegration {
  return { present, counted, arm: armOf(counted.id, counted.sums) };
}

/** Of those that can be chosen. */
export function weightsOf(all: readonly ReportedIntegration[]): number {
  return all.reduce((sum, { present }) => sum + chosenWeight(present), 0);
}

function chosenWeight(integration: Integration | undefined): number {
  return integration?.isEnabled ? integration.weight : 0;
}

export function figuresOf(
  { present, counted, arm }: ReportedIntegration,
  all: { weights: number; conversations: number },
): IntegrationFigures {
  const { sums } = counted;
  return {
    integrationId: counted.id,
    name: present?.name ?? counted.name,
    kind: present?.kind ?? counted.kind,
    isDeleted: present === undefined,
    isEnabled: present?.isEnabled ?? false,
    isFallback: present?.isFallback ?? false,
    weight: present?.weight ?? 0,
    weightShare: ratio(chosenWeight(present), all.weights) ?? 0,
    conversations: arm.conversations,
    conversationShare: ratio(arm.conversations, all.conversations),
    turns: sums.turns,
    calls: sums.calls,
    failures: sums.failures,
    failureRate: ratio(sums.failures, sums.calls),
    skips: sums.skips,
    apologies: sums.apologies,
    latency: latencyOf(counted),
    ratings: ratingsOf(sums),
    usage: usageOf(sums),
    outcomes: outcomesOf(arm),
  };
}

function latencyOf({ sums, latencies }: CountedIntegration): LatencyFigures {
  const meanMs = ratio(sums.latency_ms, sums.turns);
  return {
    meanMs: meanMs === null ? null : Math.round(meanMs),
    p50Ms: latencyAtShare(latencies, 0.5),
    p95Ms: latencyAtShare(latencies, 0.95),
  };
}

function ratingsOf(sums: DaySums): IntegrationFigures['ratings'] {
  return {
    positive: sums.positive_ratings,
    neutral: sums.neutral_ratings,
    negative: sums.negative_ratings,
    averageScore: ratio(sums.score_sum, sums.scores),
  };
}

function usageOf(sums: DaySums): IntegrationFigures['usage'] {
  return {
    inputTokens: sums.input_tokens,
    outputTokens: sums.output_tokens,
    costUsd: sums.cost_nano_usd / 1e9,
    unpricedTurns: sums.unpriced_turns,
  };
}

function outcomesOf({ failed, pleased, waitLog }: Arm): ConversationOutcomes {
  const interval = meanInterval(waitLog);
  return {
    failed: measured(failed),
    pleased: measured(pleased),
    waiting: {
      geometricMeanMs: waitLog.count === 0 ? null : Math.exp(waitLog.mean),
      interval: interval && { low: Math.exp(interval.low), high: Math.exp(interval.high) },
    },
  };
}

function measured(share: Share): MeasuredShare {
  const { hits, total } = share;
  return { count: hits, total, share: ratio(hits, total), interval: shareInterval(share) };
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
