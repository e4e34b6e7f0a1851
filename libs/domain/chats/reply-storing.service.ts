import { Injectable } from '@nestjs/common';
import type { Reply } from '#domain/replies';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock, newId } from '#kernel';
import { chatErrors } from './chats.errors';
import type { Answer, AnswerEscalation, TurnStart } from './chats.types';
import { ConversationChanges } from './conversation-changes';
import { EscalationQueries } from './handoff/escalations.queries';
import { HandOffQueries } from './handoff/hand-off.queries';
import { type Escalating, HandOff } from './handoff/hand-off.service';
import type { Handling } from './handoff/hand-off.types';
import { startOf } from './live-turn';
import { TurnQueries } from './turns.queries';

/** Of a turn that is being answered. */
export interface Answering {
  teamId: string;
  start: TurnStart;
  /** What the turn's message found. */
  escalation: AnswerEscalation | null;
}

/** Stores replies, and what follows from them. */
@Injectable()
export class ReplyStoring {
  constructor(
    private readonly queries: TurnQueries,
    private readonly handOffQueries: HandOffQueries,
    private readonly escalations: EscalationQueries,
    private readonly handOff: HandOff,
    private readonly changes: ConversationChanges,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * One statement. Undefined when the reply is not pending any more: a person has taken over, or it was given up.
   */
  async store(answering: Answering, reply: Reply): Promise<Answer | undefined> {
    const answeredAt = this.clock.now();
    const { teamId, start } = answering;
    const handling = await this.queries.completeReply(teamId, start, reply, newId(), answeredAt);
    if (handling === undefined) return undefined;
    this.outbox.wake();
    return this.told(answering, reply, answeredAt, handling);
  }

  /** In one transaction: the reply, and that a person is wanted; unless one is wanted already. As `store`. */
  async storeAndEscalate(answering: Answering, reply: Reply, escalating: Escalating): Promise<Answer | undefined> {
    const answeredAt = this.clock.now();
    const { teamId, start } = answering;
    const handling = await this.database.transaction(async () => {
      const conversation = await this.handOffQueries.lock(teamId, start.conversationId);
      if (!conversation) throw chatErrors.conversation_not_found();
      const found = await this.queries.completeReply(teamId, start, reply, newId(), answeredAt);
      if (found === undefined) return undefined;
      this.outbox.wake();
      if (conversation.handling !== 'bot') return conversation.handling;
      await this.handOff.escalate(conversation, escalating);
      return 'waiting';
    });
    return handling === undefined ? undefined : this.told(answering, reply, answeredAt, handling);
  }

  private async told(
    { teamId, start, escalation }: Answering,
    reply: Reply,
    answeredAt: Date,
    handling: Handling,
  ): Promise<Answer> {
    const answer = { ...startOf(start), reply, answeredAt, handling };
    if (handling === 'bot') {
      this.changes.tellHere(start.conversationId);
      return answer;
    }
    this.changes.tellAll(start.conversationId, teamId);
    const open = escalation ?? (await this.openEscalation(start.conversationId));
    return open ? { ...answer, escalation: open } : answer;
  }

  private async openEscalation(conversationId: string): Promise<AnswerEscalation | undefined> {
    const open = await this.escalations.findOpen(conversationId);
    return open && { id: open.id, reason: open.reason, agentId: open.agent?.id ?? null };
  }
}
