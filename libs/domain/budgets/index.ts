export { BudgetNotices } from './budget-notices.service';
export { BudgetRecords } from './budget-records.service';
export { budgetErrors } from './budgets.errors';
export { BudgetsModule } from './budgets.module';
export { Budgets } from './budgets.service';
export * from './budgets.types';
export { BudgetMeter, type KnownRefusal } from './metering/budget-meter.service';
export type { TightestBudget } from './metering/refusals';
export { spenderOf } from './spender-of';
