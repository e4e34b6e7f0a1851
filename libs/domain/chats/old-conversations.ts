import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type OldRows, Retention } from '#domain/retention';
import { AppError } from '#kernel';
import { ConversationDeletion } from './conversation-deletion.service';
import { OldConversationsQueries } from './old-conversations.queries';

/** Removes conversations that a team no longer keeps, as if somebody deleted each of them; figures stay. */
@Injectable()
export class OldConversations implements OnModuleInit {
  constructor(
    private readonly retention: Retention,
    private readonly queries: OldConversationsQueries,
    private readonly deletion: ConversationDeletion,
  ) {}

  onModuleInit(): void {
    this.retention.register({
      kind: 'conversations',
      name: 'conversations',
      removeOld: (old) => this.removeSome(old),
    });
    this.retention.register({
      kind: 'conversations',
      name: 'completions',
      removeOld: (old) => this.queries.deleteCompletions(old),
    });
  }

  private async removeSome(old: OldRows): Promise<number> {
    let removed = 0;
    for (const id of await this.queries.silent(old)) if (await this.remove(old, id)) removed += 1;
    return removed;
  }

  /** One that goes on at this moment stays, and one that somebody else deletes is theirs. */
  private async remove({ teamId, before }: OldRows, conversationId: string): Promise<boolean> {
    try {
      return await this.deletion.delete(teamId, conversationId, ({ lastMessageAt }) => lastMessageAt < before);
    } catch (error) {
      if (error instanceof AppError && error.kind === 'not_found') return false;
      throw error;
    }
  }
}
