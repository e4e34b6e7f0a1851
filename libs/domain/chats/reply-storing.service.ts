import { Injectable } from '@nestjs/common';
import { BudgetMeter, type Spender } from '#domain/budgets';
import { integrationFailed } from '#domain/integrations';
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
import { integrationFailures } from './integration-failures';
import { startOf } from './live-turn';
import { tokensOf } from './tokens-of';
import { TurnQueries } from './turns.queries';

/** Of a turn that is being answered. */
export interface Answering {
  teamId: string;
  start: TurnStart;
  /** What the turn's message found. */
  escalation: AnswerEscalation | null;
  /** Whose tokens the reply has used; absent when they were counted before. */
  spender?: Spender;
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
    private readonly budgets: BudgetMeter,
    private readonly clock: Clock,
  ) {}

  /**
   * One statement, unless something is to be told of integrations or tokens are counted. Undefined when the reply is not pending any more: a person
   * has taken over, or it was given up.
   */
  async store(answering: Answering, reply: Reply): Promise<Answer | undefined> {
    const answeredAt = this.clock.now();
    const hasFailures = reply.failedIntegrations !== undefined;
    const complete = () => this.complete(answering, reply, answeredAt);
    const handling = await this.spending(answering, reply, () =>
      hasFailures ? this.database.transaction(complete) : complete(),
    );
    return handling === undefined ? undefined : this.told(answering, reply, answeredAt, handling);
  }

  /** In one transaction: the reply, and that a person is wanted; unless one is wanted already. As `store`. */
  async storeAndEscalate(answering: Answering, reply: Reply, escalating: Escalating): Promise<Answer | undefined> {
    const answeredAt = this.clock.now();
    const { teamId, start } = answering;
    const escalate = async () => {
      const conversation = await this.handOffQueries.lock(teamId, start.conversationId);
      if (!conversation) throw chatErrors.conversation_not_found();
      const found = await this.complete(answering, reply, answeredAt);
      if (found === undefined) return undefined;
      if (conversation.handling !== 'bot') return conversation.handling;
      await this.handOff.escalate(conversation, escalating);
      return 'waiting' as const;
    };
    const handling = await this.spending(answering, reply, () => this.database.transaction(escalate));
    return handling === undefined ? undefined : this.told(answering, reply, answeredAt, handling);
  }

  /** The tokens of a reply are counted with it, or not at all. */
  private spending(
    { spender }: Answering,
    reply: Reply,
    store: () => Promise<Handling | undefined>,
  ): Promise<Handling | undefined> {
    if (!spender) return store();
    return this.budgets.spending(spender, tokensOf(reply), store, (handling) => handling !== undefined);
  }

  /** Within the open transaction when something is to be told of integrations. */
  private async complete({ teamId, start }: Answering, reply: Reply, answeredAt: Date): Promise<Handling | undefined> {
    const handling = await this.queries.completeReply(teamId, start, reply, newId(), answeredAt);
    if (handling === undefined) return undefined;
    const failures = integrationFailures(start, reply).map((data) => ({ teamId, data }));
    if (failures.length > 0) await this.outbox.addAll(integrationFailed, failures);
    this.outbox.wake();
    return handling;
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
