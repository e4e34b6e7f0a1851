import { Injectable } from '@nestjs/common';
import { type Actor, Clock, isUuid, principalOf, SECOND_MS } from '#kernel';
import { chatErrors } from './chats.errors';
import type { LiveTurn } from './live-turn';
import { LiveTurns } from './live-turns';
import { storedTurn } from './stored-turn';
import { TurnQueries } from './turns.queries';

/** How often, and how long, a resumed reader waits for a reply that another process is making. */
const POLL_MS = 200;
const LIMIT_MS = 60 * SECOND_MS;

/** Of the reply; one of both is given. */
export interface TurnPlace {
  botId?: string;
  conversationId?: string;
}

/** Finds turns again, being answered or stored. */
@Injectable()
export class TurnResuming {
  constructor(
    private readonly live: LiveTurns,
    private readonly queries: TurnQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws `chats.turn_not_found` also when another actor asked; `chats.reply_failed`, `chats.reply_overdue` */
  async find(actor: Actor, place: TurnPlace, messageId: string): Promise<LiveTurn> {
    const principal = principalOf(actor);
    if (!isUuid(messageId)) throw chatErrors.turn_not_found();
    const live = this.live.find(messageId);
    if (live?.principal === principal && isIn(live, place)) return live;
    const deadlineMs = this.clock.monotonicMs() + LIMIT_MS;
    for (;;) {
      const stored = await this.queries.findTurn(actor.teamId, place, messageId);
      if (stored?.principal !== principal) throw chatErrors.turn_not_found();
      if (stored.state === 'failed') throw chatErrors.reply_failed();
      if (stored.state !== 'pending') return storedTurn(messageId, stored);
      if (this.clock.monotonicMs() > deadlineMs) throw chatErrors.reply_overdue({ retryAfterMs: POLL_MS });
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
}

function isIn({ start }: LiveTurn, { botId, conversationId }: TurnPlace): boolean {
  return (botId ?? start.botId) === start.botId && (conversationId ?? start.conversationId) === start.conversationId;
}
