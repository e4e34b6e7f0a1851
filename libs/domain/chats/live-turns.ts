import { Injectable } from '@nestjs/common';
import { Notices } from '#infra/notices';
import { Clock } from '#kernel';
import { chatErrors } from './chats.errors';
import { conversationGone, type RepliesWithdrawn, repliesWithdrawn } from './chats.notices';
import { humanNotice } from './fixed-answers';
import { type LiveTurn, startOf } from './live-turn';
import { TurnQueries } from './turns.queries';

interface Place {
  turn?: LiveTurn;
  withdrawal?: RepliesWithdrawn;
}

/**
 * The replies that this process is making. A reply is known from before its row is written, so that a person who takes over
 * at any moment finds it.
 */
@Injectable()
export class LiveTurns {
  private readonly places = new Map<string, Place>();

  constructor(
    notices: Notices,
    private readonly queries: TurnQueries,
    private readonly clock: Clock,
  ) {
    notices.on(repliesWithdrawn, (withdrawal) => this.withdraw(withdrawal));
    notices.on(conversationGone, ({ conversationId }) => this.abandon(conversationId));
    notices.onGap(() => void this.withdrawMissed().catch(() => undefined));
  }

  find(messageId: string): LiveTurn | undefined {
    return this.places.get(messageId)?.turn;
  }

  isExpected(messageId: string): boolean {
    return this.places.has(messageId);
  }

  /** Call before the reply's row is written, and `forget` when it was not. */
  expect(messageId: string): void {
    this.places.set(messageId, {});
  }

  begin(turn: LiveTurn): void {
    const place = this.places.get(turn.start.messageId) ?? {};
    this.places.set(turn.start.messageId, { ...place, turn });
    if (place.withdrawal) this.tell(turn, place.withdrawal);
  }

  forget(messageId: string): void {
    this.places.delete(messageId);
  }

  /** Resolves when all that are being made now have ended. */
  async settled(): Promise<void> {
    const turns = [...this.places.values()].flatMap(({ turn }) => (turn ? [turn] : []));
    await Promise.allSettled(turns.map((turn) => turn.answered()));
  }

  private withdraw(withdrawal: RepliesWithdrawn): void {
    for (const messageId of withdrawal.messageIds) {
      const place = this.places.get(messageId);
      if (!place) continue;
      place.withdrawal = withdrawal;
      if (place.turn) this.tell(place.turn, withdrawal);
    }
  }

  /** One that is just beginning finds out when its reply is to be stored, as after a notice that is missed. */
  private abandon(conversationId: string): void {
    for (const { turn } of this.places.values())
      if (turn?.start.conversationId === conversationId) turn.abandon(chatErrors.conversation_not_found());
  }

  /** When it fails, the replies are withdrawn as soon as they are to be stored. */
  private async withdrawMissed(): Promise<void> {
    const ids = [...this.places.keys()];
    if (ids.length === 0) return;
    for (const withdrawal of await this.queries.withdrawnAmong(ids)) this.withdraw(withdrawal);
  }

  private tell(turn: LiveTurn, { language, escalation }: RepliesWithdrawn): void {
    turn.withdraw(humanNotice(startOf(turn.start), language, escalation, this.clock.now()));
  }
}
