import { Injectable } from '@nestjs/common';
import { type HandOffTextKind, handOffText } from '#domain/replies';
import { Database } from '#infra/database';
import { Outbox } from '#infra/events';
import { Clock, newId } from '#kernel';
import {
  agentReplied,
  conversationEnded,
  conversationEscalated,
  conversationResolved,
  conversationReturned,
  conversationTakenOver,
} from '../chats.events';
import type { RepliesWithdrawn } from '../chats.notices';
import type { ConversationMessage } from '../chats.types';
import { ConversationChanges } from '../conversation-changes';
import type { ConversationRow } from '../conversations.queries';
import { Assignment } from './assignment.service';
import { EscalationQueries, type EscalationRow } from './escalations.queries';
import { conversationData, escalationData } from './hand-off.events';
import { countEscalation } from './hand-off.metrics';
import { HandOffQueries } from './hand-off.queries';
import type { EscalationReason, Person } from './hand-off.types';
import type { LastWords } from './last-words.service';

export interface Escalating extends LastWords {
  reason: EscalationReason;
  confidence?: number;
  /** Who took over unasked; nobody else is looked for. */
  by?: Person;
}

/**
 * The steps from bot to person and back. Each is one step within a transaction that holds the conversation's row, and writes
 * everything that belongs to it: who answers, the escalation, what the end user is told, the event.
 */
@Injectable()
export class HandOff {
  constructor(
    private readonly queries: HandOffQueries,
    private readonly escalations: EscalationQueries,
    private readonly assignment: Assignment,
    private readonly changes: ConversationChanges,
    private readonly outbox: Outbox,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A person is wanted. The conversation must be with its bot. */
  async escalate(
    conversation: ConversationRow,
    { reason, confidence, summary, language, by }: Escalating,
  ): Promise<string> {
    const { id: conversationId, teamId, botId } = conversation;
    const id = newId();
    const createdAt = this.clock.now();
    const told = { id, teamId, botId, conversationId, reason, summary, language, createdAt };
    await this.escalations.insert({ ...told, confidence: confidence ?? null });
    await this.queries.setHandling(conversationId, 'waiting');
    const agent = by ?? (await this.assignment.give(teamId, [id])).get(id);
    if (!by) await this.say(conversation, agent ? 'escalated' : 'nobody', language);
    await this.outbox.add(conversationEscalated, {
      teamId,
      data: {
        ...conversationData(conversation),
        escalationId: id,
        reason,
        agentId: agent?.id ?? null,
        agentName: agent?.name ?? null,
      },
    });
    this.database.afterCommit(() => countEscalation(reason));
    this.changes.tellAll(conversationId, teamId);
    return id;
  }

  /** The fence: from here on the bot is silent, and what it was about to say is withdrawn. */
  async takeOver(conversation: ConversationRow, escalation: EscalationRow, agent: Person): Promise<RepliesWithdrawn> {
    const { id: conversationId, teamId } = conversation;
    const { id, reason, language, createdAt } = escalation;
    const at = this.clock.now();
    await this.escalations.accept(id, agent.id, at);
    await this.queries.setHandling(conversationId, 'human');
    const messageIds = await this.queries.withdrawPending(conversationId, at);
    await this.say(conversation, 'joined', language, agent);
    await this.outbox.add(conversationTakenOver, {
      teamId,
      data: {
        ...escalationData(escalation),
        agentId: agent.id,
        agentName: agent.name,
        waitedMs: Math.max(0, at.getTime() - createdAt.getTime()),
      },
    });
    this.changes.tellAll(conversationId, teamId);
    return { conversationId, messageIds, language, escalation: { id, reason, agentId: agent.id } };
  }

  /** Another person answers. */
  async passOn(conversation: ConversationRow, { id, language }: EscalationRow, agent: Person): Promise<void> {
    await this.assignment.giveTo(id, agent.id);
    await this.escalations.noteTransfer(id);
    await this.say(conversation, 'transferred', language, agent);
    await this.assignment.tell(conversation.teamId, [id]);
  }

  /** The bot answers again. */
  async giveBack(conversation: ConversationRow, escalation: EscalationRow): Promise<void> {
    const { id, teamId, acceptedAt, language } = escalation;
    const at = this.clock.now();
    await this.escalations.end(id, 'returned', at);
    await this.queries.setHandling(conversation.id, 'bot');
    await this.say(conversation, 'returned', language);
    const handledMs = acceptedAt ? Math.max(0, at.getTime() - acceptedAt.getTime()) : 0;
    await this.outbox.add(conversationReturned, { teamId, data: { ...escalationData(escalation), handledMs } });
    this.changes.tellAll(conversation.id, teamId);
  }

  /** What the end user wanted is done, by a person or by the bot. */
  async resolve(conversation: ConversationRow, escalation: EscalationRow | undefined, language: string): Promise<Date> {
    const { id: conversationId, teamId } = conversation;
    const resolvedAt = this.clock.now();
    if (escalation) await this.escalations.end(escalation.id, 'resolved', resolvedAt);
    await this.queries.setResolved(conversationId, resolvedAt);
    await this.say(conversation, 'resolved', language);
    await this.outbox.add(conversationResolved, {
      teamId,
      data: {
        ...conversationData(conversation),
        escalationId: escalation?.id ?? null,
        resolvedAt: resolvedAt.toISOString(),
      },
    });
    this.changes.tellAll(conversationId, teamId);
    return resolvedAt;
  }

  /** What a person says. */
  async reply(
    conversation: ConversationRow,
    { id: escalationId }: EscalationRow,
    author: Person,
    content: string,
  ): Promise<ConversationMessage> {
    const { id: conversationId, teamId } = conversation;
    const [id, at] = [newId(), this.clock.now()];
    const said = { id, role: 'agent' as const, content, author, at };
    const position = await this.queries.addMessage({ ...said, conversationId, principal: `user:${author.id}` });
    await this.escalations.noteReply(escalationId, at);
    await this.outbox.add(agentReplied, {
      teamId,
      data: { ...conversationData(conversation), messageId: id, content, agentId: author.id },
    });
    this.changes.tellAll(conversationId, teamId);
    return { ...said, position };
  }

  /** The conversation ends before it falls silent, and with it its way to a person. */
  async close(conversation: ConversationRow): Promise<Date> {
    const { id: conversationId, teamId, messageCount } = conversation;
    const endedAt = this.clock.now();
    const escalation = await this.escalations.findOpen(conversationId);
    if (escalation) await this.escalations.end(escalation.id, 'resolved', endedAt);
    await this.queries.setEnded(conversationId, endedAt);
    const data = { ...conversationData(conversation), messageCount };
    await this.outbox.add(conversationEnded, { teamId, data });
    if (escalation) this.changes.tellAll(conversationId, teamId);
    return endedAt;
  }

  /** Its agent is no longer one: the bot helps out until another one accepts. */
  async releaseOrphan({ id: conversationId, teamId, handling }: ConversationRow, escalationId: string): Promise<void> {
    await this.escalations.release(escalationId);
    if (handling === 'human') await this.queries.setHandling(conversationId, 'waiting');
    await this.assignment.give(teamId, [escalationId]);
    this.changes.tellAll(conversationId, teamId);
  }

  private async say(
    { id: conversationId, teamId }: ConversationRow,
    kind: HandOffTextKind,
    language: string,
    agent?: Person,
  ): Promise<void> {
    await this.queries.addMessage({
      id: newId(),
      conversationId,
      role: 'system',
      content: handOffText(kind, language, agent ? { agent: agent.name } : {}),
      principal: `team:${teamId}`,
      at: this.clock.now(),
    });
  }
}
