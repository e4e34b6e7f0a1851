import { Injectable } from '@nestjs/common';
import { JobQueue } from '#infra/queue';
import { Clock, DAY_MS } from '#kernel';
import { SessionsOfChannelsQueries } from './inbound/sessions.queries';
import { UpdatesQueries } from './inbound/updates.queries';
import { answerChat } from './jobs/answer-chat.job';
import { sendMessages } from './jobs/send-messages.job';
import { LanesQueries } from './lanes/lanes.queries';
import { lowestIdSince } from './lowest-id';
import { MessagesQueries } from './outbound/messages.queries';

const SWEPT_AT_ONCE = 1_000;
/** The embedded database serves one statement at a time. */
const PRUNED_AT_ONCE = 1_000;
/** As far back as the logs go; platforms tell nothing again after a day. */
const KEPT_MS = 30 * DAY_MS;
/** Longer than any conversation may pause (525,600 minutes). */
const SESSION_KEPT_MS = 366 * DAY_MS;

/** What keeps channels going when jobs were lost, and their logs from growing for ever. */
@Injectable()
export class ChannelUpkeep {
  constructor(
    private readonly updates: UpdatesQueries,
    private readonly messages: MessagesQueries,
    private readonly lanes: LanesQueries,
    private readonly sessions: SessionsOfChannelsQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** What is due beyond the first thousand chats is found by the next sweep: by then these are gone or taken. */
  async sweep(): Promise<void> {
    const now = this.clock.now();
    await this.jobs.enqueueAll(answerChat, await this.updates.dueChats(now, SWEPT_AT_ONCE));
    await this.jobs.enqueueAll(sendMessages, await this.messages.dueConversations(now, SWEPT_AT_ONCE));
  }

  /** The channel is connected again. */
  async wake(channelId: string): Promise<void> {
    await this.jobs.enqueueAll(sendMessages, await this.messages.waitingOf(channelId));
  }

  /** Deletes what is older than the logs go back, whatever its state. */
  async prune(signal: AbortSignal): Promise<void> {
    const now = this.clock.nowMs();
    const lowestKept = lowestIdSince(new Date(now - KEPT_MS));
    const [idleSince, silentSince] = [new Date(now - DAY_MS), new Date(now - SESSION_KEPT_MS)];
    for (const prune of [
      () => this.updates.deleteBefore(lowestKept, PRUNED_AT_ONCE),
      () => this.messages.deleteBefore(lowestKept, PRUNED_AT_ONCE),
      () => this.lanes.deleteIdle(idleSince, PRUNED_AT_ONCE),
      () => this.sessions.deleteSilent(silentSince, PRUNED_AT_ONCE),
    ]) {
      do signal.throwIfAborted();
      while ((await prune()) === PRUNED_AT_ONCE);
    }
  }
}
