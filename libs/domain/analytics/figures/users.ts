/** How many different users times had, see counting/visits.service.ts for the idea. */
import { ABSENCE_FROM_QUARTERS, AWAY, classOf, QUARTER_MS, RETURNS } from '../counting/counters';
import type { Span } from './segments';
import type { Sums } from './sums';

export const USER_COUNTERS: readonly string[] = ['first_visits', ...RETURNS, ...AWAY];

/** The kind of absence that may be as long as the time: visits after it have to be looked at. */
export function absenceLike({ fromMs, toMs }: Span): number {
  return classOf((toMs - fromMs) / QUARTER_MS, ABSENCE_FROM_QUARTERS);
}

/** How many users are away at a moment, for each kind of absence. */
export function awayAfter(before: readonly number[], sums: Sums): number[] {
  return AWAY.map((name, kind) => (before[kind] ?? 0) + sums(name));
}

/**
 * @param sums of the time
 * @param away at its beginning
 * @param returned of those whose absence was about as long as the time, how many were away when it began
 */
export function usersIn(span: Span, sums: Sums, away: readonly number[], returned: number): number {
  const like = absenceLike(span);
  const afterLonger = RETURNS.slice(like + 1).reduce((total, name) => total + sums(name), 0);
  const afterShorter = away.slice(0, like).reduce((total, users) => total + users, 0);
  return sums('first_visits') + afterLonger + afterShorter + returned;
}
