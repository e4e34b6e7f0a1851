import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Ending } from '../ending.service';
import { OpenChats } from '../open-chats.service';
import { sweepChats } from './sweep-chats.job';

@HandlesJob(sweepChats)
export class SweepChatsHandler implements JobHandler<object> {
  constructor(
    private readonly ending: Ending,
    private readonly chats: OpenChats,
  ) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.ending.failAbandonedReplies();
    await this.ending.endIdleConversations(signal);
    await this.chats.removeExpired(signal);
  }
}
