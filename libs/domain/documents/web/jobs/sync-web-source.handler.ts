import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { WebSyncing } from '../syncing/web-syncing.service';
import { syncWebSource } from './sync-web-source.job';

@HandlesJob(syncWebSource)
export class SyncWebSourceHandler implements JobHandler<{ sourceId: string }> {
  constructor(private readonly syncing: WebSyncing) {}

  async run({ sourceId }: { sourceId: string }, { signal }: JobRun): Promise<void> {
    await this.syncing.run(sourceId, signal);
  }
}
