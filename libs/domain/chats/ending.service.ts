import { Injectable } from '@nestjs/common';
import { Config } from '#infra/config';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock, HOUR_MS } from '#kernel';
import { conversationEnded } from './chats.events';
import { type EndedConversation, EndingQueries } from './ending.queries';
import { ABANDONED_AFTER_MS } from './reply-times';
import { TurnQueries } from './turns.queries';

/** Conversations ended in one transaction; bounds the size of its write. */
const BATCH = 500;

/** People answer later than bots, and the end user should find their words in the conversation in which they asked. */
const IDLE_WITH_PERSON_MS = 24 * HOUR_MS;

/** How conversations and replies that nobody will finish come to their end. */
@Injectable()
export class Ending {
  constructor(
    private readonly queries: EndingQueries,
    private readonly turns: TurnQueries,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async endIdleConversations(signal?: AbortSignal): Promise<void> {
    const { sessionIdleMs } = this.config.chats;
    const before = new Date(this.clock.nowMs() - sessionIdleMs);
    const beforeWithPerson = new Date(this.clock.nowMs() - Math.max(sessionIdleMs, IDLE_WITH_PERSON_MS));
    let ended: number;
    do {
      ended = await this.database.transaction(async () =>
        this.tell(await this.queries.endIdle(before, beforeWithPerson, this.clock.now(), BATCH)),
      );
    } while (ended === BATCH && !signal?.aborted);
  }

  /** Call in the transaction that deletes the bot, before its row goes. */
  async endConversationsOfBot(botId: string): Promise<void> {
    await this.tell(await this.queries.endAllOfBot(botId, this.clock.now()));
  }

  async failAbandonedReplies(): Promise<void> {
    await this.turns.failAbandonedReplies(new Date(this.clock.nowMs() - ABANDONED_AFTER_MS), this.clock.now());
  }

  private async tell(conversations: readonly EndedConversation[]): Promise<number> {
    const events = conversations.map(({ id, teamId, ...data }) => ({ teamId, data: { ...data, conversationId: id } }));
    await this.outbox.addAll(conversationEnded, events);
    return conversations.length;
  }
}
