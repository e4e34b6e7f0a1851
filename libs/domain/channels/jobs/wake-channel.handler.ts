import { HandlesJob, type JobHandler } from '#infra/queue';
import { ChannelUpkeep } from '../channel-upkeep.service';
import { wakeChannel } from './wake-channel.job';

@HandlesJob(wakeChannel)
export class WakeChannelHandler implements JobHandler<{ channelId: string }> {
  constructor(private readonly upkeep: ChannelUpkeep) {}

  async run({ channelId }: { channelId: string }): Promise<void> {
    await this.upkeep.wake(channelId);
  }
}
