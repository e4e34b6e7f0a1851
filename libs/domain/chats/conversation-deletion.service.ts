import { Injectable } from '@nestjs/common';
import { ContextHolder } from '#domain/context';
import { Outbox } from '#infra/events';
import { Notices } from '#infra/notices';
import { conversationDeleted } from './chats.events';
import { conversationGone } from './chats.notices';
import { contextUserOf } from './context-user';
import { ConversationChanges } from './conversation-changes';
import { ConversationListQueries } from './conversation-list.queries';
import type { ConversationRow } from './conversations.queries';
import { Assignment } from './handoff/assignment.service';
import { ConversationLock } from './handoff/conversation-lock.service';
import { conversationData } from './handoff/hand-off.events';

/** Deletes one conversation, with all that was said in it, and ends whatever goes on in it. */
@Injectable()
export class ConversationDeletion {
  constructor(
    private readonly queries: ConversationListQueries,
    private readonly lock: ConversationLock,
    private readonly context: ContextHolder,
    private readonly assignment: Assignment,
    private readonly changes: ConversationChanges,
    private readonly notices: Notices,
    private readonly outbox: Outbox,
  ) {}

  /**
   * When it resolves, nothing more is told to who reads along in this process.
   *
   * @param isMeant asked while nobody else can change the conversation; false leaves it
   * @returns whether it is gone
   * @throws `chats.conversation_not_found`
   */
  async delete(
    teamId: string,
    conversationId: string,
    isMeant: (conversation: ConversationRow) => boolean = () => true,
  ): Promise<boolean> {
    const isDeleted = await this.lock.holding(teamId, conversationId, async (conversation) => {
      if (!isMeant(conversation)) return false;
      await this.queries.delete(conversationId);
      await this.forgetUnnamed(conversation);
      const { messageCount } = conversation;
      const data = { ...conversationData(conversation), messageCount };
      await this.outbox.add(conversationDeleted, { teamId, data });
      this.changes.tellAll(conversationId, teamId);
      return true;
    });
    if (!isDeleted) return false;
    await this.notices.publish(conversationGone, { conversationId });
    await this.assignment.giveWaiting(teamId);
    return true;
  }

  /** Whoever is known by the conversation only goes with it. Context comes last, as everywhere. */
  private async forgetUnnamed({ id, teamId, botId, userRef }: ConversationRow): Promise<void> {
    const user = contextUserOf({ userRef, conversationId: id });
    if (user !== userRef) await this.context.eraseAll({ teamId, botId }, [user]);
  }
}
