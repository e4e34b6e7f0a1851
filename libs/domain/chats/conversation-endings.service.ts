import { Injectable } from '@nestjs/common';
import { Assignment } from './handoff/assignment.service';
import { ConversationLock } from './handoff/conversation-lock.service';
import { EscalationQueries } from './handoff/escalations.queries';
import { HandOff } from './handoff/hand-off.service';
import { LastWordsReader } from './handoff/last-words.service';

/** How somebody brings a conversation to its end. Whoever answered it has room for another one then. */
@Injectable()
export class ConversationEndings {
  constructor(
    private readonly escalations: EscalationQueries,
    private readonly lock: ConversationLock,
    private readonly handOff: HandOff,
    private readonly assignment: Assignment,
    private readonly lastWords: LastWordsReader,
  ) {}

  /** When it was resolved, now or before. */
  async resolve(teamId: string, conversationId: string): Promise<Date> {
    const { language } = await this.lastWords.of(conversationId);
    const resolvedAt = await this.lock.holding(teamId, conversationId, async (conversation) => {
      if (conversation.resolvedAt && conversation.handling === 'bot') return conversation.resolvedAt;
      const escalation = await this.escalations.findOpen(conversationId);
      return this.handOff.resolve(conversation, escalation, escalation?.language ?? language);
    });
    await this.assignment.giveWaiting(teamId);
    return resolvedAt;
  }

  /** When it ended, now or before. */
  async close(teamId: string, conversationId: string): Promise<Date> {
    const endedAt = await this.lock.holding(teamId, conversationId, async (conversation) =>
      conversation.endedAt === null ? this.handOff.close(conversation) : conversation.endedAt,
    );
    await this.assignment.giveWaiting(teamId);
    return endedAt;
  }
}
