import { Injectable } from '@nestjs/common';
import type { OldRows } from '#domain/retention';
import { Database } from '#infra/database';

/** What teams no longer keep of what was said. */
@Injectable()
export class OldConversationsQueries {
  constructor(private readonly database: Database) {}

  /** In which nobody has said anything since. By bot_team_id_id_idx, and conversation_bot_id_last_message_at_idx for each bot. */
  async silent({ teamId, before, maxRows }: OldRows): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `select c.id from bot b cross join lateral (
         select id from conversation where bot_id = b.id and last_message_at < $2 order by last_message_at limit $3
       ) c
       where b.team_id = $1 limit $3`,
      [teamId, before, maxRows],
    );
    return rows.map(({ id }) => id);
  }

  /** By completion_created_at_idx: completions of all teams are kept for a month at most. */
  deleteCompletions({ teamId, before, maxRows }: OldRows): Promise<number> {
    return this.database.execute(
      `delete from completion where id in
         (select id from completion where team_id = $1 and created_at < $2 order by created_at limit $3)`,
      [teamId, before, maxRows],
    );
  }
}
