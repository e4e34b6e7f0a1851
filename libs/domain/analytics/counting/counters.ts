/**
 * What is counted, and by which stretches of time. A counter is a column of `analytics_cell`, and every cell stands there in
 * three grains: a quarter of an hour, because no time zone in use since 1972 begins its days at anything less; an hour and a
 * day, because a year has 35,040 quarters of an hour, and few of them need to be looked at one by one.
 */
import { MINUTE_MS } from '#kernel';

/** Minutes; each divides the next, and all are counted from 1970 on. */
export const GRAINS = [15, 60, 1_440] as const;
export const QUARTER_MS = GRAINS[0] * MINUTE_MS;

/** What is told of the parts of a whole (models, intents) is told of a whole period only: of days, and 16 days at a time. */
export const PART_GRAINS = [15, 1_440, 23_040] as const;

export type Grain = (typeof GRAINS)[number] | (typeof PART_GRAINS)[number];

/** Where the classes of the latency histogram begin, in milliseconds; within a class latencies count as spread evenly. */
export const LATENCY_FROM_MS = [
  0, 10, 20, 50, 100, 200, 300, 400, 600, 800, 1_000, 1_300, 1_700, 2_200, 3_000, 4_000, 6_000, 8_000, 12_000, 20_000,
  40_000,
] as const;

/**
 * Where the kinds of absence begin, in quarters of an hour. A kind may be as long as a day (23 to 25 hours, when clocks are
 * changed), a week, a month (28 days to 31) or a year (365 or 366 days), each an hour more or less; the others are shorter or
 * longer than any of them.
 */
export const ABSENCE_FROM_QUARTERS = [1, 92, 101, 668, 677, 2_684, 2_981, 35_036, 35_141] as const;

const numbered = (name: string, of: readonly unknown[]) => of.map((_, at) => `${name}_${at}`);

/** One for each kind, see `returns` and `away` in visits.service.ts. */
export const RETURNS = numbered('returns', ABSENCE_FROM_QUARTERS);
export const AWAY = numbered('away', ABSENCE_FROM_QUARTERS);
export const LATENCIES = numbered('latency', LATENCY_FROM_MS);

export const COUNTERS: readonly string[] = [
  'conversations',
  'user_messages',
  'bot_messages',
  'agent_messages',
  'replies',
  'no_context_replies',
  'unpriced_replies',
  'known_intents',
  'unknown_intents',
  'positive_ratings',
  'neutral_ratings',
  'negative_ratings',
  'scores',
  'score_sum',
  'escalations',
  'resolutions',
  'sittings',
  'sitting_messages',
  'first_visits',
  'sitting_ms',
  'latency_ms',
  'confidence_millionths',
  'input_tokens',
  'output_tokens',
  'cost_nano_usd',
  ...LATENCIES,
  ...RETURNS,
  ...AWAY,
];

/** Those whose columns are bigint. */
export const BIG_COUNTERS: ReadonlySet<string> = new Set([
  'sitting_ms',
  'latency_ms',
  'confidence_millionths',
  'input_tokens',
  'output_tokens',
  'cost_nano_usd',
  'wait_logs',
  'wait_log_squares',
]);

/** By counter; absent is nought. */
export type Counts = Record<string, number>;

/** The index of the class that a value lies in. */
export function classOf(value: number, from: readonly number[]): number {
  let found = 0;
  while (found + 1 < from.length && value >= from[found + 1]!) found += 1;
  return found;
}

export function quarterOf(at: Date): number {
  return startOfGrain(at.getTime(), 15);
}

export function startOfGrain(atMs: number, grain: Grain): number {
  const lengthMs = grain * MINUTE_MS;
  return Math.floor(atMs / lengthMs) * lengthMs;
}
