import { DAY_MS } from '#kernel';
import type { Grouping } from './analytics.types';

const MONDAY = 1;

/** First days, `YYYY-MM-DD` in UTC, of all buckets that lie at least in part between `from` and `to` (exclusive). */
export function bucketsOf(from: Date, to: Date, groupBy: Grouping): string[] {
  const days: string[] = [];
  for (let day = bucketStart(from, groupBy); day < to; day = nextBucket(day, groupBy)) days.push(dayText(day));
  return days;
}

function bucketStart(at: Date, groupBy: Grouping): Date {
  const [year, month, day] = [at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()];
  if (groupBy === 'month') return new Date(Date.UTC(year, month, 1));
  const daysSinceMonday = (at.getUTCDay() - MONDAY + 7) % 7;
  return new Date(Date.UTC(year, month, groupBy === 'week' ? day - daysSinceMonday : day));
}

/** UTC has no days of 23 or 25 hours. */
function nextBucket(start: Date, groupBy: Grouping): Date {
  if (groupBy === 'month') return new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1));
  return new Date(start.getTime() + (groupBy === 'week' ? 7 : 1) * DAY_MS);
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
