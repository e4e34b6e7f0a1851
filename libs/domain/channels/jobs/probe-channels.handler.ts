import { HandlesJob, type JobHandler } from '#infra/queue';
import { ChannelConnecting } from '../connecting/channel-connecting.service';
import { probeChannels } from './probe-channels.job';

@HandlesJob(probeChannels)
export class ProbeChannelsHandler implements JobHandler<object> {
  constructor(private readonly connecting: ChannelConnecting) {}

  async run(): Promise<void> {
    await this.connecting.planProbes();
  }
}
