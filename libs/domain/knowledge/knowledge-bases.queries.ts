import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { KnowledgeBase } from './knowledge.types';

@Injectable()
export class KnowledgeBasesQueries {
  constructor(private readonly database: Database) {}

  /** By knowledge_base_own_key. */
  async findOwn(botId: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ id: string }>(
      'select id from knowledge_base where bot_id = $1 and is_own',
      [botId],
    );
    return row?.id;
  }

  /** False when the bot has one already; waits for another transaction that makes it. By knowledge_base_own_key. */
  async insertOwn({ id, teamId, botId, name, embeddingModelId, createdAt }: KnowledgeBase): Promise<boolean> {
    const rows = await this.database.query(
      `insert into knowledge_base (id, team_id, bot_id, name, embedding_model_id, is_own, created_at, updated_at)
       values ($1, $2, $3, $4, $5, true, $6, $6)
       on conflict (bot_id) where is_own do nothing returning id`,
      [id, teamId, botId, name, embeddingModelId, createdAt],
    );
    return rows.length > 0;
  }
}
