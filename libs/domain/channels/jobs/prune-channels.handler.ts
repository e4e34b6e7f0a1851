import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ChannelUpkeep } from '../channel-upkeep.service';
import { pruneChannels } from './prune-channels.job';

@HandlesJob(pruneChannels)
export class PruneChannelsHandler implements JobHandler<object> {
  constructor(private readonly upkeep: ChannelUpkeep) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.upkeep.prune(signal);
  }
}
