/** What has changed from one period to the next, and whether that is more than chance. All trends are tested together. */
import type { Insight, InsightUnit, Verdict } from '../insights.types';
import {
  adjustedPValues,
  type Comparison,
  compareMeans,
  compareRates,
  compareShares,
  type EffectName,
  type Rate,
  type Sample,
  type Share,
} from '../statistics/significance';
import { trendText } from './trend-text';

/** What it means that the figure is higher. */
type Higher = 'better' | 'worse' | 'more';

interface Measured {
  id: string;
  title: string;
  higherIs: Higher;
}

/** A figure of two periods; `previous` is null where there is no period before. */
export type TrendInput = Measured &
  (
    | { kind: 'rate'; current: Rate; previous: Rate | null; dispersion?: number }
    | { kind: 'share'; current: Share; previous: Share | null }
    | { kind: 'mean'; unit: InsightUnit; current: TrendSample; previous: TrendSample | null }
  );

export interface TrendSample extends Sample {
  /** What is shown, when the mean is of something else than that, as of logarithms. */
  shown?: number;
}

interface Tested {
  unit: InsightUnit;
  current: number | null;
  previous: number | null;
  /** Of `current` to `previous`, given how long each period is. */
  ratio: number | null;
  samples: { current: number; previous: number } | null;
  comparison: Comparison | null;
}

/** At most one in twenty of the changes that are told is expected to be chance. */
const level = 0.05;
/** Events, or things that were measured, of both periods together or of each; fewer say nothing. */
const leastEvents = 20;
const leastOfEach = 20;
/** Less is of no interest, however sure it is. */
const leastEffect: Readonly<Record<EffectName, number>> = { rate_ratio: 0.05, cohens_h: 0.05, cohens_d: 0.1 };

export function trendsOf(inputs: readonly TrendInput[]): Insight[] {
  const tested = inputs.map(testedOf);
  const adjusted = adjustedPValues(tested.map(({ comparison }) => comparison?.pValue ?? null));
  return inputs.map((input, at) => insightOf(input, tested[at] as Tested, adjusted[at] ?? null));
}

function insightOf({ id, title, higherIs }: Measured, tested: Tested, adjustedPValue: number | null): Insight {
  const { unit, current, previous, ratio, samples, comparison } = tested;
  const isSignificant = adjustedPValue !== null && adjustedPValue < level;
  const changePercent = ratio === null || !Number.isFinite(ratio) ? null : round((ratio - 1) * 100, 1);
  const verdict =
    isSignificant && isMaterial(comparison) ? verdictOf(higherIs, (current ?? 0) > (previous ?? 0)) : null;
  const shown = { unit, current, previous, changePercent };
  return {
    id,
    kind: 'trend',
    title,
    text: trendText({ ...shown, isTested: comparison !== null, verdict, pValue: adjustedPValue }),
    ...shown,
    pValue: comparison?.pValue ?? null,
    adjustedPValue,
    effect: comparison && { ...comparison.effect, value: finite(comparison.effect.value) },
    isSignificant,
    verdict,
    samples,
    items: [],
  };
}

function testedOf(input: TrendInput): Tested {
  if (input.kind === 'rate') return testedRate(input.current, input.previous, input.dispersion);
  if (input.kind === 'share') return testedShare(input.current, input.previous);
  return testedMean(input.unit, input.current, input.previous);
}

function testedRate(current: Rate, previous: Rate | null, dispersion?: number): Tested {
  const enough = previous !== null && current.count + previous.count >= leastEvents;
  const ratio = previous && current.count / current.exposure / (previous.count / previous.exposure);
  return {
    unit: 'count',
    current: current.count,
    previous: previous?.count ?? null,
    ratio,
    samples: previous && { current: current.count, previous: previous.count },
    comparison: enough ? compareRates(current, previous, dispersion) : null,
  };
}

function testedShare(current: Share, previous: Share | null): Tested {
  const [ours, theirs] = [shareOf(current), previous && shareOf(previous)];
  return {
    unit: 'share',
    current: ours,
    previous: theirs,
    ratio: ours === null || theirs === null ? null : ours / theirs,
    samples: previous && { current: current.total, previous: previous.total },
    comparison: previous && isEnough(current.total, previous.total) ? compareShares(current, previous) : null,
  };
}

function testedMean(unit: InsightUnit, current: TrendSample, previous: TrendSample | null): Tested {
  const [ours, theirs] = [shownOf(current), previous && shownOf(previous)];
  return {
    unit,
    current: ours,
    previous: theirs,
    ratio: ours === null || theirs === null ? null : ours / theirs,
    samples: previous && { current: current.count, previous: previous.count },
    comparison: previous && isEnough(current.count, previous.count) ? compareMeans(current, previous) : null,
  };
}

function isEnough(current: number, previous: number): boolean {
  return current >= leastOfEach && previous >= leastOfEach;
}

function shareOf({ hits, total }: Share): number | null {
  return total === 0 ? null : hits / total;
}

function shownOf({ count, mean, shown = mean }: TrendSample): number | null {
  return count === 0 ? null : shown;
}

function isMaterial(comparison: Comparison | null): boolean {
  if (comparison === null) return false;
  const { name, value } = comparison.effect;
  return Math.abs(name === 'rate_ratio' ? value - 1 : value) >= leastEffect[name];
}

function verdictOf(higherIs: Higher, isHigher: boolean): Verdict {
  if (higherIs === 'more') return isHigher ? 'more' : 'fewer';
  return (higherIs === 'better') === isHigher ? 'better' : 'worse';
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? round(value, 4) : null;
}

export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
