/**
 * Which of two integrations is better, and whether that is more than chance. Each is compared with the control, the one with the
 * most turns, by what became of its conversations (see counting/given-conversation.ts):
 *
 * - failures: shares of conversations, by the z test of two proportions;
 * - satisfaction: shares of the conversations with ratings, likewise. Who rates is nobody's choice but the end user's, so this
 *   compares those who rate;
 * - latency: means of the logarithms of waiting times, by Welch's test.
 *
 * A report may be looked at every day and the weights changed because of it, so the p-values and intervals are those that hold at
 * any time (statistics/always-valid.ts), adjusted together (Holm). They hold for a period that was fixed beforehand: whoever
 * tries many will find one that flatters.
 */
import { type Comparison, compareMeans, compareShares } from '../insights/statistics/significance';
import {
  COMPARED_METRICS,
  type ComparedMetric,
  type IntegrationComparison,
  type ReportVerdict,
} from './experiments.types';
import type { Arm } from './outcomes';
import { adjustedByHolm, alwaysValidPValue, alwaysValidReach } from './statistics/always-valid';

/** The chance that there ever is a false verdict among the comparisons of a period. */
export const LEVEL = 0.05;
/** Of each integration, with the metric known: sums of fewer are not yet distributed as the tests suppose. */
export const LEAST_CONVERSATIONS = 100;

/** Whether more of it is better. */
const IS_GOOD: Readonly<Record<ComparedMetric, boolean>> = { failures: false, satisfaction: true, latency: false };

type Tested = Omit<IntegrationComparison, 'verdict' | 'betterIntegrationId' | 'adjustedPValue'>;

/** With the most turns; of as many, the first. Undefined unless there are two that were given conversations. */
export function controlOf<Candidate extends Arm & { turns: number }>(
  arms: readonly Candidate[],
): Candidate | undefined {
  const candidates = arms.filter(({ conversations }) => conversations > 0);
  if (candidates.length < 2) return undefined;
  return candidates.reduce((most, arm) => (arm.turns > most.turns ? arm : most));
}

export function comparisonsOf(arms: readonly Arm[], control: Arm): IntegrationComparison[] {
  const others = arms.filter(({ integrationId, conversations }) => {
    return integrationId !== control.integrationId && conversations > 0;
  });
  const tested = COMPARED_METRICS.flatMap((metric) => others.map((arm) => testedOf(metric, arm, control)));
  const adjusted = adjustedByHolm(tested.map(({ pValue }) => pValue));
  return tested.map((comparison, at) => judged(comparison, adjusted[at] ?? null));
}

/** The gravest metric of which one is better; then the surest. */
export function verdictOf(comparisons: readonly IntegrationComparison[]): ReportVerdict {
  const [best] = comparisons
    .filter(({ verdict }) => verdict === 'better')
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.pValue ?? 1) - (b.pValue ?? 1));
  if (!best) {
    const isTested = comparisons.some(({ pValue }) => pValue !== null);
    const nobody = { metric: null, integrationId: null, thanIntegrationId: null, pValue: null, adjustedPValue: null };
    return { verdict: isTested ? 'no_difference_shown' : 'insufficient_data', ...nobody };
  }
  const { metric, betterIntegrationId, integrationId, controlId, pValue, adjustedPValue } = best;
  const thanIntegrationId = betterIntegrationId === integrationId ? controlId : integrationId;
  return { verdict: 'better', metric, integrationId: betterIntegrationId, thanIntegrationId, pValue, adjustedPValue };
}

function rankOf({ metric }: IntegrationComparison): number {
  return COMPARED_METRICS.indexOf(metric);
}

function testedOf(metric: ComparedMetric, arm: Arm, control: Arm): Tested {
  const [counted, ofControl] = [countOf(metric, arm), countOf(metric, control)];
  const common = {
    metric,
    integrationId: arm.integrationId,
    controlId: control.integrationId,
    conversations: counted,
    controlConversations: ofControl,
    value: measuredOf(metric, arm),
    controlValue: measuredOf(metric, control),
  };
  const isEnough = counted >= LEAST_CONVERSATIONS && ofControl >= LEAST_CONVERSATIONS;
  const comparison = isEnough ? compare(metric, arm, control) : null;
  if (!comparison) return { ...common, change: null, pValue: null };
  const { difference, standardError } = comparison;
  const information = (counted * ofControl) / (counted + ofControl);
  const reach = alwaysValidReach(standardError, information, LEVEL);
  return {
    ...common,
    change: changeOf(metric, difference, reach),
    pValue: alwaysValidPValue(difference, standardError, information),
  };
}

function compare(metric: ComparedMetric, arm: Arm, control: Arm): Comparison | null {
  if (metric === 'failures') return compareShares(arm.failed, control.failed);
  if (metric === 'satisfaction') return compareShares(arm.pleased, control.pleased);
  return compareMeans(arm.waitLog, control.waitLog);
}

function countOf(metric: ComparedMetric, arm: Arm): number {
  return metric === 'satisfaction' ? arm.pleased.total : arm.conversations;
}

function measuredOf(metric: ComparedMetric, { failed, pleased, waitLog }: Arm): number | null {
  if (metric === 'latency') return waitLog.count === 0 ? null : Math.exp(waitLog.mean);
  const { hits, total } = metric === 'failures' ? failed : pleased;
  return total === 0 ? null : hits / total;
}

function changeOf(metric: ComparedMetric, difference: number, reach: number): NonNullable<Tested['change']> {
  const [value, low, high] = [difference, difference - reach, difference + reach];
  if (metric !== 'latency') return { kind: 'difference', value, low: Math.max(-1, low), high: Math.min(1, high) };
  return { kind: 'ratio', value: Math.exp(value), low: Math.exp(low), high: Math.exp(high) };
}

function judged(tested: Tested, adjustedPValue: number | null): IntegrationComparison {
  const { metric, integrationId, controlId, value, controlValue, pValue } = tested;
  if (pValue === null) {
    return { ...tested, verdict: 'insufficient_data', betterIntegrationId: null, adjustedPValue };
  }
  if (adjustedPValue === null || adjustedPValue > LEVEL) {
    return { ...tested, verdict: 'no_difference_shown', betterIntegrationId: null, adjustedPValue };
  }
  const isHigher = (value ?? 0) > (controlValue ?? 0);
  const betterIntegrationId = isHigher === IS_GOOD[metric] ? integrationId : controlId;
  return { ...tested, verdict: 'better', betterIntegrationId, adjustedPValue };
}
