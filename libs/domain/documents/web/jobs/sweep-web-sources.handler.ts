import { HandlesJob, type JobHandler } from '#infra/queue';
import { SyncScheduling } from '../syncing/sync-scheduling.service';
import { WebSyncing } from '../syncing/web-syncing.service';
import { sweepWebSources } from './sweep-web-sources.job';

@HandlesJob(sweepWebSources)
export class SweepWebSourcesHandler implements JobHandler<object> {
  constructor(
    private readonly scheduling: SyncScheduling,
    private readonly syncing: WebSyncing,
  ) {}

  async run(): Promise<void> {
    await this.scheduling.beginDue();
    await this.syncing.sweep();
  }
}
