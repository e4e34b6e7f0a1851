export { aBudget, type BudgetProcess, BudgetsUnderTest } from './budgets-under-test';
