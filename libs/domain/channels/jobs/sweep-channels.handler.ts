import { HandlesJob, type JobHandler } from '#infra/queue';
import { ChannelUpkeep } from '../channel-upkeep.service';
import { sweepChannels } from './sweep-channels.job';

@HandlesJob(sweepChannels)
export class SweepChannelsHandler implements JobHandler<object> {
  constructor(private readonly upkeep: ChannelUpkeep) {}

  async run(): Promise<void> {
    await this.upkeep.sweep();
  }
}
