/** The figures of a bot that are compared from period to period. */
import { HOUR_MS } from '#kernel';
import type { PeriodRange } from '../insight-periods';
import type { CountedFigures } from '../insights.queries';
import type { Insight } from '../insights.types';
import type { SampledTurn } from '../turn-sample.service';
import { type TrendInput, type TrendSample, trendsOf } from './trends';

export interface TrendData {
  counted: { current: CountedFigures; previous: CountedFigures | null };
  /** Different ones. */
  users: { current: number; previous: number | null };
  /** Turns of each period; those of the one before are null when there is none. */
  turns: { current: readonly SampledTurn[]; previous: readonly SampledTurn[] | null };
  messageDispersion: number;
}

export function botTrends(range: PeriodRange, data: TrendData): { performance: Insight[]; users: Insight[] } {
  const performance = [...performanceTrends(data, range)];
  const users = [...userTrends(data, range)];
  const told = trendsOf([...performance, ...users]);
  return { performance: told.slice(0, performance.length), users: told.slice(performance.length) };
}

function* performanceTrends(data: TrendData, range: PeriodRange): Generator<TrendInput> {
  const { counted, turns, messageDispersion: dispersion } = data;
  const messages = rates(
    counts(counted, ({ userMessages }) => userMessages),
    range,
  );
  yield { kind: 'rate', id: 'messages', title: 'Messages of users', higherIs: 'more', dispersion, ...messages };
  const noContext = shares(counted, (one) => [one.noContextReplies, one.replies]);
  yield { kind: 'share', id: 'no-context-rate', title: 'Messages without an answer', higherIs: 'worse', ...noContext };
  const escalated = shares(counted, (one) => [Math.min(one.escalations, one.conversations), one.conversations]);
  yield {
    kind: 'share',
    id: 'escalation-rate',
    title: 'Conversations that needed a person',
    higherIs: 'worse',
    ...escalated,
  };
  const bad = shares(counted, (one) => [
    one.negativeRatings,
    one.positiveRatings + one.neutralRatings + one.negativeRatings,
  ]);
  yield { kind: 'share', id: 'negative-ratings', title: 'Bad ratings', higherIs: 'worse', ...bad };
  const [latency, confidence] = [samples(turns, latencySample), samples(turns, confidenceSample)];
  yield { kind: 'mean', id: 'latency', title: 'Time to reply', higherIs: 'worse', unit: 'milliseconds', ...latency };
  yield {
    kind: 'mean',
    id: 'confidence',
    title: 'Confidence of replies',
    higherIs: 'better',
    unit: 'probability',
    ...confidence,
  };
}

function* userTrends({ counted, users }: TrendData, range: PeriodRange): Generator<TrendInput> {
  yield { kind: 'rate', id: 'users', title: 'Users', higherIs: 'more', ...rates(users, range) };
  const newUsers = rates(
    counts(counted, (one) => one.newUsers),
    range,
  );
  yield { kind: 'rate', id: 'new-users', title: 'New users', higherIs: 'more', ...newUsers };
  const conversations = rates(
    counts(counted, (one) => one.conversations),
    range,
  );
  yield { kind: 'rate', id: 'conversations', title: 'New conversations', higherIs: 'more', ...conversations };
}

interface Counts {
  current: number;
  previous: number | null;
}

function counts({ current, previous }: TrendData['counted'], of: (figures: CountedFigures) => number): Counts {
  return { current: of(current), previous: previous && of(previous) };
}

function rates({ current, previous }: Counts, { from, to, previousFrom }: PeriodRange) {
  const hours = (since: Date, until: Date) => (until.getTime() - since.getTime()) / HOUR_MS;
  return {
    current: { count: current, exposure: hours(from, to) },
    previous:
      previous === null || previousFrom === null ? null : { count: previous, exposure: hours(previousFrom, from) },
  };
}

function shares(
  { current, previous }: TrendData['counted'],
  of: (figures: CountedFigures) => [hits: number, total: number],
) {
  const share = (figures: CountedFigures) => {
    const [hits, total] = of(figures);
    return { hits, total };
  };
  return { current: share(current), previous: previous && share(previous) };
}

function samples({ current, previous }: TrendData['turns'], of: (turns: readonly SampledTurn[]) => TrendSample) {
  return { current: of(current), previous: previous && of(previous) };
}

/** Times are compared by their logarithms, which lie like a bell; what is shown is the median. */
function latencySample(turns: readonly SampledTurn[]): TrendSample {
  const times = turns.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [Math.max(1, latencyMs)]));
  return { ...sampleOf(times.map(Math.log)), shown: median(times) };
}

/** Of friendly words it says nothing. */
function confidenceSample(turns: readonly SampledTurn[]): TrendSample {
  return sampleOf(
    turns.flatMap(({ confidence, isSmallTalk }) => (confidence === null || isSmallTalk ? [] : [confidence])),
  );
}

function sampleOf(values: readonly number[]): TrendSample {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, count);
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count, mean, variance: squares / Math.max(1, count - 1) };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0];
  return (low + high) / 2;
}
