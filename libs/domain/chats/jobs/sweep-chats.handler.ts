import { HandlesJob, type JobHandler, type JobRun } from '#infra/queue';
import { Completions } from '../completions/completions.service';
import { Ending } from '../ending.service';
import { OpenChats } from '../open-chats.service';
import { sweepChats } from './sweep-chats.job';

@HandlesJob(sweepChats)
export class SweepChatsHandler implements JobHandler<object> {
  constructor(
    private readonly ending: Ending,
    private readonly chats: OpenChats,
    private readonly completions: Completions,
  ) {}

  async run(_payload: object, { signal }: JobRun): Promise<void> {
    await this.ending.failAbandonedReplies();
    await this.ending.endIdleConversations(signal);
    await this.chats.removeExpired(signal);
    await this.completions.removeExpired(signal);
  }
}
