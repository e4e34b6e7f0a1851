import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Backlog } from '../counting/backlog.service';
import { countBacklog } from './count-backlog.job';

@HandlesJob(countBacklog)
export class CountBacklogHandler implements JobHandler<object> {
  constructor(private readonly backlog: Backlog) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.backlog.countAll(signal);
  }
}
