import { type BudgetWindow, windowAt } from '../budget-periods';
import type { Budget, BudgetMeasure, BudgetSubject, Spender } from '../budgets.types';

/** One row of what was used, and the budget that bounds it. */
export interface Counter extends BudgetWindow, Pick<Budget, 'subject' | 'measure' | 'period' | 'allowance'> {
  /** Empty: the team. */
  subjectId: string;
}

/** The counters that bound what somebody uses now; a budget of one subject takes the place of that of all of its kind. */
export function countersOf(
  budgets: readonly Budget[],
  spender: Spender,
  now: Date,
  measures: readonly BudgetMeasure[],
): Counter[] {
  return budgets.flatMap((budget) => {
    const { subject, subjectId, measure, period, allowance } = budget;
    const own = idOf(spender, subject);
    const isMeant = own !== undefined && measures.includes(measure) && (subjectId === null || subjectId === own);
    if (!isMeant || (subjectId === null && isReplaced(budgets, budget, own))) return [];
    return [{ ...windowAt(period, now), subject, subjectId: own, measure, period, allowance }];
  });
}

export function keyOf(teamId: string, { subject, subjectId, measure, period, startsAt }: Counter): string {
  return `${teamId} ${subject} ${measure} ${period} ${startsAt.getTime()} ${subjectId}`;
}

function idOf({ keyId, botId, endUser }: Spender, subject: BudgetSubject): string | undefined {
  return { team: '', key: keyId, bot: botId, end_user: endUser }[subject];
}

function isReplaced(budgets: readonly Budget[], { subject, measure, period }: Budget, own: string): boolean {
  return budgets.some(
    (other) =>
      other.subjectId === own && other.subject === subject && other.measure === measure && other.period === period,
  );
}
