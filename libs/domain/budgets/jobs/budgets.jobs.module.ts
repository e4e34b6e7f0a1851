import { Module } from '@nestjs/common';
import { BudgetsModule } from '../budgets.module';
import { PruneBudgetsHandler } from './prune-budgets.handler';

@Module({ imports: [BudgetsModule], providers: [PruneBudgetsHandler] })
export class BudgetsJobsModule {}
