import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { ChannelConnecting } from '../connecting/channel-connecting.service';
import { connectChannel } from './connect-channel.job';

@HandlesJob(connectChannel)
export class ConnectChannelHandler implements JobHandler<{ channelId: string }> {
  constructor(private readonly connecting: ChannelConnecting) {}

  async run({ channelId }: { channelId: string }, { signal }: JobRun): Promise<void> {
    await this.connecting.probe(channelId, signal);
  }
}
