import { HandlesJob, type JobHandler } from '#infra/queue';
import { ContextUpkeep } from '../model-extraction/context-upkeep.service';
import { sweepContext } from './sweep-context.job';

@HandlesJob(sweepContext)
export class SweepContextHandler implements JobHandler<object> {
  constructor(private readonly upkeep: ContextUpkeep) {}

  run(): Promise<void> {
    return this.upkeep.sweep();
  }
}
