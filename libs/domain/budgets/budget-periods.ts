import { DAY_MS, HOUR_MS, MINUTE_MS } from '#kernel';
import type { BudgetPeriod } from './budgets.types';

export interface BudgetWindow {
  startsAt: Date;
  /** Exclusive. */
  endsAt: Date;
}

/** Unix time has no leap seconds, so days are of one length. */
const LENGTH_MS: Readonly<Record<Exclude<BudgetPeriod, 'month'>, number>> = {
  minute: MINUTE_MS,
  hour: HOUR_MS,
  day: DAY_MS,
};

/** The window of the calendar, in UTC, that a moment is in. */
export function windowAt(period: BudgetPeriod, at: Date): BudgetWindow {
  if (period === 'month') {
    const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
    return { startsAt: new Date(Date.UTC(year, month)), endsAt: new Date(Date.UTC(year, month + 1)) };
  }
  const lengthMs = LENGTH_MS[period];
  const startMs = Math.floor(at.getTime() / lengthMs) * lengthMs;
  return { startsAt: new Date(startMs), endsAt: new Date(startMs + lengthMs) };
}
