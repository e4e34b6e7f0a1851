import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import type { KnowledgeBase } from './knowledge.types';

@Injectable()
export class KnowledgeBasesQueries {
  constructor(private readonly database: Database) {}

  /** False when the bot has one already; waits for another transaction that makes it. By knowledge_base_own_key. */
  async insertOwn({ id, teamId, botId, name, createdAt }: KnowledgeBase): Promise<boolean> {
    const rows = await this.database.query(
      `insert into knowledge_base (id, team_id, bot_id, name, is_own, created_at, updated_at)
       values ($1, $2, $3, $4, true, $5, $5)
       on conflict (bot_id) where is_own do nothing returning id`,
      [id, teamId, botId, name, createdAt],
    );
    return rows.length > 0;
  }
}
