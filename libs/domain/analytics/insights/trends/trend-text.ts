import type { InsightUnit, Verdict } from '../insights.types';

interface ToldTrend {
  unit: InsightUnit;
  current: number | null;
  previous: number | null;
  changePercent: number | null;
  /** Whether there was enough to compare. */
  isTested: boolean;
  verdict: Verdict | null;
  /** Adjusted. */
  pValue: number | null;
}

/** One sentence or two: what it is, what it was, and whether that means anything. */
export function trendText({ unit, current, previous, changePercent, isTested, verdict, pValue }: ToldTrend): string {
  if (current === null) return 'Nothing was measured in this period.';
  const now = `${told(current, unit)} in this period`;
  if (previous === null) return `${now}. There is no earlier period to compare it with.`;
  const then = `${told(previous, unit)} in the one before`;
  if (!isTested) return `${now}, ${then}. That is too little to tell a change from chance.`;
  if (verdict === null)
    return `${now}, ${then}. The difference is no more than chance may make, or too small to matter.`;
  const change = changePercent === null ? '' : ` (${changePercent > 0 ? '+' : ''}${changePercent} %)`;
  return `${now}, ${then}${change}. ${meaning[verdict]} (${toldPValue(pValue ?? 1)}).`;
}

const meaning: Readonly<Record<Verdict, string>> = {
  better: 'That is better by more than chance',
  worse: 'That is worse by more than chance',
  more: 'That is more by more than chance',
  fewer: 'That is less by more than chance',
};

/** In English, with a unit. */
export function told(value: number, unit: InsightUnit): string {
  if (unit === 'count') return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  if (unit === 'probability') return value.toFixed(2);
  return value < 1_000 ? `${value.toFixed(0)} ms` : `${(value / 1_000).toFixed(1)} s`;
}

function toldPValue(pValue: number): string {
  return pValue < 0.001 ? 'p < 0.001' : `p = ${pValue.toFixed(3)}`;
}
