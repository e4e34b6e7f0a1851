import { type AppError, SECOND_MS } from '#kernel';
import { budgetErrors } from '../budgets.errors';
import type { BudgetSubject } from '../budgets.types';
import type { Counter } from './counters';

/** How far the tightest of the budgets that bound a request is used. */
export interface TightestBudget {
  counter: Counter;
  used: number;
}

const WHOSE: Readonly<Record<BudgetSubject, string>> = {
  team: 'of this team',
  key: 'of this key',
  bot: 'of this bot',
  end_user: 'of this end user',
};

/** Of which the smallest part is left; of several, the one that takes longest to begin anew. */
export function tightestOf(counters: readonly Counter[], used: readonly number[]): TightestBudget | undefined {
  const all = counters.map((counter, at) => ({ counter, used: used[at] ?? 0 }));
  return all.reduce<TightestBudget | undefined>((tightest, one) => {
    const difference = tightest === undefined ? -1 : partLeft(one) - partLeft(tightest);
    const isLater = tightest !== undefined && one.counter.endsAt > tightest.counter.endsAt;
    return difference < 0 || (difference === 0 && isLater) ? one : tightest;
  }, undefined);
}

export function exhausted({ subject, measure, period, allowance, endsAt }: Counter, now: Date): AppError {
  const amount = `${allowance.toLocaleString('en-US')} ${measure} per ${period}`;
  const begins = endsAt.toISOString().replace('.000', '');
  return budgetErrors.exhausted({
    message: `The budget ${WHOSE[subject]}, ${amount}, is used up. It begins anew at ${begins}.`,
    retryAfterMs: Math.max(SECOND_MS, endsAt.getTime() - now.getTime()),
  });
}

/** As it is after one more request was refused by nothing else. */
function partLeft({ counter: { allowance }, used }: TightestBudget): number {
  return allowance === 0 ? 0 : Math.max(0, allowance - used) / allowance;
}
