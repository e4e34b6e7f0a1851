import { Injectable } from '@nestjs/common';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';

/** By the indexes of each table on team_id: at most all rows of the team are looked at. */
@Injectable()
export class OldRecordsQueries {
  constructor(private readonly database: Database) {}

  deleteContexts(old: OldRows): Promise<number> {
    return this.deleteOf('user_context', 'updated_at', old);
  }

  /** Since they were last mentioned or given. */
  deleteEntities(old: OldRows): Promise<number> {
    return this.deleteOf('user_entity', 'greatest(mentioned_at, updated_at)', old);
  }

  deleteTopics(old: OldRows): Promise<number> {
    return this.deleteOf('user_topic', 'greatest(mentioned_at, updated_at)', old);
  }

  private deleteOf(table: string, at: string, { teamId, before, maxRows }: OldRows): Promise<number> {
    return this.database.execute(
      `delete from ${table} where id in (select id from ${table} where team_id = $1 and ${at} < $2 limit $3)`,
      [teamId, before, maxRows],
    );
  }
}
