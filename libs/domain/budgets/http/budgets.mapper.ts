import type { BudgetInput, BudgetStanding, Usage, UsageRequest } from '../budgets.types';
import type { BudgetUsage, PutBudget, TeamBudget } from './budgets.dto';

export function toBudgetInput({ subject, subjectId = null, measure, period, limit }: PutBudget): BudgetInput {
  return { subject, subjectId, measure, period, allowance: limit };
}

export function toTeamBudget({ teamId: _, ...budget }: BudgetStanding): TeamBudget {
  const { allowance, used, resetsAt, createdAt, updatedAt, ...rest } = budget;
  return {
    ...rest,
    limit: allowance,
    used,
    remaining: Math.max(0, allowance - used),
    resetsAt: resetsAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toBudgetUsage({ subject, measure, period }: UsageRequest, { from, to, subjects }: Usage): BudgetUsage {
  return {
    subject,
    measure,
    period,
    from: from.toISOString(),
    to: to.toISOString(),
    subjects: subjects.map(({ subjectId, used, allowance }) => ({ subjectId, used, limit: allowance })),
  };
}
