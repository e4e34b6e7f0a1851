import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface PendingExtraction {
  id: string;
  teamId: string;
  botId: string;
  userRef: string;
  conversationId: string | null;
  message: string;
  reply: string;
  createdAt: Date;
}

/** A sweep never holds locks for long. */
const MAX_ROWS = 1_000;

@Injectable()
export class PendingExtractionQueries {
  constructor(private readonly database: Database) {}

  /** By primary key. */
  async find(id: string): Promise<PendingExtraction | undefined> {
    const [row] = await this.database.query<PendingExtraction>(
      `select id, team_id as "teamId", bot_id as "botId", user_ref as "userRef", conversation_id as "conversationId",
         message, reply, created_at as "createdAt" from pending_extraction where id = $1`,
      [id],
    );
    return row;
  }

  /** False when it was gone already. By primary key. */
  async delete(id: string): Promise<boolean> {
    return (await this.database.execute('delete from pending_extraction where id = $1', [id])) > 0;
  }

  /** Those of before. By pending_extraction_created_at_idx. */
  async waitingSince(before: Date): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'select id from pending_extraction where created_at < $1 order by created_at limit $2',
      [before, MAX_ROWS],
    );
    return rows.map(({ id }) => id);
  }

  /** By pending_extraction_created_at_idx. */
  async deleteOlder(before: Date): Promise<void> {
    await this.database.execute('delete from pending_extraction where created_at < $1', [before]);
  }

  /** Of users who are nobody but a conversation. By user_entity_unnamed_idx and user_topic_unnamed_idx. */
  async forgetUnnamed(before: Date): Promise<void> {
    for (const table of ['user_entity', 'user_topic']) {
      await this.database.execute(
        `delete from ${table} where id in (
           select id from ${table} where user_ref like 'conversation:%' and mentioned_at < $1
           order by mentioned_at limit $2)`,
        [before, MAX_ROWS],
      );
    }
  }
}
