/** The stretch of time that insights are about, and the one before it. Both begin with an hour, as what is counted does. */
import { DAY_MS, HOUR_MS } from '#kernel';
import { MAX_PERIOD_DAYS } from '../analytics.types';
import type { InsightPeriod } from './insights.types';

export interface PeriodRange {
  from: Date;
  /** Exclusive; now. */
  to: Date;
  /** Of the period before, as long as this one; null when there is none. */
  previousFrom: Date | null;
}

/** Of all time, what analytics count at once. */
const longestMs = MAX_PERIOD_DAYS * DAY_MS;
const days: Readonly<Record<Exclude<InsightPeriod, 'all'>, number>> = { daily: 1, weekly: 7, monthly: 30 };

export function periodRange(period: InsightPeriod, now: Date, botCreatedAt: Date): PeriodRange {
  if (period === 'all')
    return {
      from: dayOf(new Date(Math.max(botCreatedAt.getTime(), now.getTime() - longestMs))),
      to: now,
      previousFrom: null,
    };
  const nextHourMs = (Math.floor(now.getTime() / HOUR_MS) + 1) * HOUR_MS;
  const lengthMs = days[period] * DAY_MS;
  const from = new Date(nextHourMs - lengthMs);
  return { from, to: now, previousFrom: new Date(from.getTime() - lengthMs) };
}

/** In UTC. */
function dayOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / DAY_MS) * DAY_MS);
}
