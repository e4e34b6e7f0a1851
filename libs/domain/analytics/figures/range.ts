/** What a caller asks for, as moments: a range, and the buckets of its timeline. */
import { DAY_MS } from '#kernel';
import { analyticsErrors } from '../analytics.errors';
import { MAX_PERIOD_DAYS } from '../analytics.types';
import { QUARTER_MS } from '../counting/counters';
import { TimeZone } from './time-zone';

export const PERIODS = ['daily', 'weekly', 'monthly', 'all'] as const;
/** Weeks begin on Monday (ISO 8601); `all` is one bucket. */
export type Period = (typeof PERIODS)[number];

export interface RangeRequest {
  /** ISO 8601: a day in the zone, or a time, which without an offset of its own is one in the zone. */
  startDate?: string;
  /** Inclusive if it is a day. */
  endDate?: string;
  period: Period;
  /** IANA name. */
  timezone: string;
}

export interface TimeBucket {
  /** Its first day, which may lie before the range: `YYYY-MM-DD`. */
  date: string;
  from: Date;
  /** Exclusive. */
  to: Date;
}

export interface Range {
  from: Date;
  /** Exclusive. */
  to: Date;
  period: Period;
  timezone: string;
  /** Every bucket that the range touches, cut to it; oldest first, each begins where the one before ends. */
  buckets: readonly TimeBucket[];
}

const DEFAULT_DAYS = 30;
/** 1970 began on a Thursday. */
const FIRST_MONDAY_MS = 4 * DAY_MS;
const WEEK_MS = 7 * DAY_MS;

/**
 * Times count to the quarter of an hour: a start as rounded down, an end as rounded up.
 *
 * @throws `analytics.unknown_time_zone`, `analytics.period_reversed`, `analytics.period_too_long`, `analytics.period_too_early`
 */
export function rangeOf({ startDate, endDate, period, timezone }: RangeRequest, now: Date): Range {
  const zone = TimeZone.named(timezone);
  if (!zone) throw analyticsErrors.unknown_time_zone();
  const toMs = endDate === undefined ? zone.momentOf(zone.dayOf(now) + DAY_MS) : endOf(zone, endDate);
  const fromMs = startDate === undefined ? defaultStart(zone, toMs) : startOf(zone, startDate);
  if (toMs <= fromMs) throw analyticsErrors.period_reversed();
  if (toMs - fromMs > (MAX_PERIOD_DAYS + 1) * DAY_MS) throw analyticsErrors.period_too_long();
  const buckets = bucketsIn(zone, fromMs, toMs, period);
  return { from: new Date(fromMs), to: new Date(toMs), period, timezone: zone.name, buckets };
}

function startOf(zone: TimeZone, text: string): number {
  return rounded(isDay(text) ? zone.momentOf(parsed(text)) : momentOf(zone, text), Math.floor);
}

function endOf(zone: TimeZone, text: string): number {
  return rounded(isDay(text) ? zone.momentOf(parsed(text) + DAY_MS) : momentOf(zone, text), Math.ceil);
}

function defaultStart(zone: TimeZone, toMs: number): number {
  return zone.momentOf(zone.dayOf(new Date(toMs - 1)) - (DEFAULT_DAYS - 1) * DAY_MS);
}

function isDay(text: string): boolean {
  return !/T/i.test(text);
}

function momentOf(zone: TimeZone, text: string): number {
  return /(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) ? parsed(text) : zone.momentOf(parsed(`${text}Z`));
}

/** Nothing was counted before there were computers, and the first years of our era are not what JavaScript takes them for. */
function parsed(text: string): number {
  const ms = Date.parse(text);
  if (ms < 0) throw analyticsErrors.period_too_early();
  return ms;
}

function rounded(atMs: number, round: (quarters: number) => number): number {
  return round(atMs / QUARTER_MS) * QUARTER_MS;
}

function bucketsIn(zone: TimeZone, fromMs: number, toMs: number, period: Period): TimeBucket[] {
  const firstDayMs = zone.dayOf(new Date(fromMs));
  if (period === 'all') return [{ date: dayText(firstDayMs), from: new Date(fromMs), to: new Date(toMs) }];
  const buckets: TimeBucket[] = [];
  let startMs = fromMs;
  for (let dayMs = bucketStart(firstDayMs, period); startMs < toMs; ) {
    const nextDayMs = nextBucket(dayMs, period);
    const endMs = Math.min(toMs, zone.momentOf(nextDayMs));
    // A day that a zone has left out, as those who crossed the date line have, is no bucket.
    if (endMs > startMs) {
      buckets.push({ date: dayText(dayMs), from: new Date(startMs), to: new Date(endMs) });
      startMs = endMs;
    }
    dayMs = nextDayMs;
  }
  return buckets;
}

function bucketStart(dayMs: number, period: Period): number {
  if (period === 'weekly') return Math.floor((dayMs - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
  return period === 'monthly' ? new Date(dayMs).setUTCDate(1) : dayMs;
}

function nextBucket(dayMs: number, period: Period): number {
  if (period === 'monthly') {
    const day = new Date(dayMs);
    return day.setUTCMonth(day.getUTCMonth() + 1);
  }
  return dayMs + (period === 'weekly' ? WEEK_MS : DAY_MS);
}

function dayText(dayMs: number): string {
  return new Date(dayMs).toISOString().slice(0, 10);
}
