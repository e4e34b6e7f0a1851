import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Retention } from '../retention.service';
import { pruneTeams } from './prune-teams.job';

@HandlesJob(pruneTeams)
export class PruneTeamsHandler implements JobHandler<object> {
  constructor(private readonly retention: Retention) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.retention.prune(signal);
  }
}
