import { type agentReplied, messageSent } from '#domain/chats';
import { Config } from '#infra/config';
import { type BatchEventConsumer, ConsumesEvents, type DomainEvent } from '#infra/events';
import { JobQueue } from '#infra/queue';
import { Clock } from '#kernel';
import { sendMessages } from '../jobs/send-messages.job';
import { MessagesQueries } from './messages.queries';
import type { SaidMessage } from './outbound.types';

type Said = NonNullable<(typeof messageSent)['data'] | (typeof agentReplied)['data']>;

/** Notes what was said in conversations of channels, and has it sent. */
@ConsumesEvents({ name: 'channels', events: ['message.sent', 'message.agent-replied'] })
export class OutboundIntake implements BatchEventConsumer {
  constructor(
    private readonly queries: MessagesQueries,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws `queue.unavailable`: the messages are noted, and hearing the events again is harmless. */
  async consumeAll(events: readonly DomainEvent[]): Promise<void> {
    const said = events.flatMap(saidOf);
    if (said.length === 0) return;
    await this.queries.insert(said, { isLive: this.config.channels.isLive, now: this.clock.now() });
    await this.jobs.enqueueAll(sendMessages, await this.queries.waitingAmong(said.map(({ messageId }) => messageId)));
  }
}

function saidOf({ name, data }: DomainEvent): SaidMessage[] {
  const { channelId, messageId, ...rest } = data as Said;
  if (!channelId) return [];
  const userMessageId = name === messageSent.name && 'userMessageId' in rest ? rest.userMessageId : null;
  return [{ messageId, userMessageId }];
}
