import { HandlesJob, type JobHandler } from '#infra/queue';
import { Budgets } from '../budgets.service';
import { pruneBudgets } from './prune-budgets.job';

@HandlesJob(pruneBudgets)
export class PruneBudgetsHandler implements JobHandler<object> {
  constructor(private readonly budgets: Budgets) {}

  run(): Promise<void> {
    return this.budgets.prune();
  }
}
