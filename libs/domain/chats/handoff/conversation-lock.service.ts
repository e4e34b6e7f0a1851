import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { Notices } from '#infra/notices';
import { chatErrors } from '../chats.errors';
import { MAX_WITHDRAWN, type RepliesWithdrawn, repliesWithdrawn } from '../chats.notices';
import type { ConversationRow } from '../conversations.queries';
import { EscalationQueries, type EscalationRow } from './escalations.queries';
import { HandOffQueries } from './hand-off.queries';

export interface LockedEscalation {
  conversation: ConversationRow;
  escalation: EscalationRow;
}

/** Runs steps of the hand-off in a transaction that holds the conversation's row. */
@Injectable()
export class ConversationLock {
  constructor(
    private readonly queries: HandOffQueries,
    private readonly escalations: EscalationQueries,
    private readonly notices: Notices,
    private readonly database: Database,
  ) {}

  /** @throws `chats.conversation_not_found` */
  holding<T>(teamId: string, conversationId: string, work: (conversation: ConversationRow) => Promise<T>): Promise<T> {
    return this.database.transaction(async () => {
      const conversation = await this.queries.lock(teamId, conversationId);
      if (!conversation) throw chatErrors.conversation_not_found();
      return work(conversation);
    });
  }

  /** @throws `chats.escalation_not_found` */
  async holdingEscalation<T>(teamId: string, id: string, work: (locked: LockedEscalation) => Promise<T>): Promise<T> {
    const known = await this.escalations.find(teamId, id);
    if (!known) throw chatErrors.escalation_not_found();
    return this.holding(teamId, known.conversationId, async (conversation) => {
      const escalation = await this.escalations.lock(teamId, id);
      if (!escalation) throw chatErrors.escalation_not_found();
      return work({ conversation, escalation });
    });
  }

  /**
   * Has the readers of withdrawn replies told. Call after the transaction has committed; when it resolves, the readers of this
   * process are told nothing more, and the other processes have been told to do the same.
   */
  async tellWithdrawn({ messageIds, ...about }: RepliesWithdrawn): Promise<void> {
    for (let from = 0; from < messageIds.length; from += MAX_WITHDRAWN)
      await this.notices.publish(repliesWithdrawn, {
        ...about,
        messageIds: messageIds.slice(from, from + MAX_WITHDRAWN),
      });
  }
}
