import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets.module';
import { BudgetHeaders } from './budget-headers';
import { BudgetsController } from './budgets.controller';

export { BudgetHeaders } from './budget-headers';

@Module({
  imports: [BudgetsModule],
  controllers: [BudgetsController],
  providers: [BudgetHeaders],
  exports: [BudgetHeaders],
})
export class BudgetsHttpModule {}
