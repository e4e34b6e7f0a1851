import { Module } from '@nestjs/common';
import { BudgetNotices } from './budget-notices.service';
import { BudgetRecords } from './budget-records.service';
import { BudgetsQueries } from './budgets.queries';
import { Budgets } from './budgets.service';
import { BudgetMeter } from './metering/budget-meter.service';
import { CountersQueries } from './metering/counters.queries';
import { TeamBudgets } from './metering/team-budgets';

@Module({
  providers: [BudgetsQueries, CountersQueries, TeamBudgets, BudgetMeter, Budgets, BudgetNotices, BudgetRecords],
  exports: [BudgetMeter, Budgets, BudgetNotices, BudgetRecords],
})
export class BudgetsModule {}
