/**
 * What chats hold of end users, for `EndUserRecords`. Erasing goes in this order: conversations and pending replies are
 * locked and events that are still on their way deleted (`events`), then whoever else holds something looks the
 * conversations up, then they go (`conversations`). Files that came with messages are documents of the team and stay.
 */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BudgetRecords } from '#domain/budgets';
import { ContextHolder, type EndUser, type EndUserRecordHolder, EndUserRecords } from '#domain/context';
import { CompletionQueries } from './completions/completions.queries';
import { contextUserOf } from './context-user';
import { ConversationChanges } from './conversation-changes';
import { EndUserRecordQueries } from './end-user-records.queries';

@Injectable()
export class EndUserChats implements OnModuleInit {
  constructor(
    private readonly records: EndUserRecords,
    private readonly context: ContextHolder,
    private readonly queries: EndUserRecordQueries,
    private readonly kept: CompletionQueries,
    private readonly changes: ConversationChanges,
    private readonly budgets: BudgetRecords,
  ) {}

  onModuleInit(): void {
    for (const holder of [this.events(), this.ratings(), this.completions(), this.use(), this.conversations()])
      this.records.register(holder);
  }

  /** They say what the conversations say, so that the export leaves them out. */
  private events(): EndUserRecordHolder {
    return {
      name: 'events',
      turn: 'first',
      export: async () => [],
      erase: async (user) => this.queries.deleteEvents(user, await this.queries.lock(user)),
    };
  }

  private ratings(): EndUserRecordHolder {
    return {
      name: 'ratings',
      export: (user) => this.queries.ratings(user),
      erase: (user) => this.queries.deleteRatings(user),
    };
  }

  /** Those of conversations go with them. */
  private completions(): EndUserRecordHolder {
    return {
      name: 'completions',
      export: (user) => this.kept.ofUser(user),
      erase: (user) => this.kept.deleteOfUser(user),
    };
  }

  /** What was counted for their budgets, and the budgets that are theirs alone. */
  private use(): EndUserRecordHolder {
    return {
      name: 'budgets',
      export: ({ teamId, userRef }) => this.budgets.of(teamId, userRef),
      erase: ({ teamId, userRef }) => this.budgets.erase(teamId, userRef),
    };
  }

  private conversations(): EndUserRecordHolder {
    return {
      name: 'conversations',
      turn: 'last',
      export: (user) => this.queries.conversations(user),
      erase: (user) => this.eraseConversations(user),
    };
  }

  /** What is known of whoever is known by a conversation only goes with it. */
  private async eraseConversations(user: EndUser): Promise<number> {
    const { teamId, botId, userRef } = user;
    const ids = await this.queries.lock(user);
    // Also of what was said since the others have erased theirs.
    await this.queries.deleteEvents(user, ids);
    const erased = await this.queries.deleteConversations(ids);
    for (const id of ids) this.changes.tellAll(id, teamId);
    const unnamed = ids.map((conversationId) => contextUserOf({ userRef, conversationId }));
    return (
      erased +
      (await this.context.eraseAll(
        { teamId, botId },
        unnamed.filter((ref) => ref !== userRef),
      ))
    );
  }
}
