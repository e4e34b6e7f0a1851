import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { MessageSending } from '../outbound/message-sending.service';
import { sendMessages } from './send-messages.job';

@HandlesJob(sendMessages)
export class SendMessagesHandler implements JobHandler<{ channelId: string; conversationId: string }> {
  constructor(private readonly sending: MessageSending) {}

  async run(
    { channelId, conversationId }: { channelId: string; conversationId: string },
    { signal }: JobRun,
  ): Promise<void> {
    await this.sending.send(channelId, conversationId, signal);
  }
}
