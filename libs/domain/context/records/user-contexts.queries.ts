import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { newId } from '#kernel';
import { type BotUser, CONTEXT_LIMITS, type UserContext } from './records.types';

const COLUMNS = `bot_id as "botId", user_ref as "userRef", context, created_at as "createdAt", updated_at as "updatedAt"`;

/** All by user_context_bot_id_user_ref_key. */
@Injectable()
export class UserContextQueries {
  constructor(private readonly database: Database) {}

  async find({ botId, userRef }: BotUser): Promise<UserContext | undefined> {
    const [row] = await this.database.query<UserContext>(
      `select ${COLUMNS} from user_context where bot_id = $1 and user_ref = $2`,
      [botId, userRef],
    );
    return row;
  }

  /** Undefined when the merged object would be too large, and then nothing has changed. */
  async merge(
    teamId: string,
    { botId, userRef }: BotUser,
    { given, cleared }: { given: Record<string, unknown>; cleared: readonly string[] },
    at: Date,
  ): Promise<UserContext | undefined> {
    const [row] = await this.database.query<UserContext>(
      `insert into user_context as c (id, team_id, bot_id, user_ref, context, created_at, updated_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, $6)
       on conflict (bot_id, user_ref) do update
         set context = (c.context || excluded.context) - $7::text[], updated_at = excluded.updated_at
         where octet_length(((c.context || excluded.context) - $7::text[])::text) <= ${CONTEXT_LIMITS.contextBytes}
       returning ${COLUMNS}`,
      [newId(), teamId, botId, userRef, JSON.stringify(given), at, cleared],
    );
    return row;
  }

  delete({ botId, userRef }: BotUser): Promise<number> {
    return this.database.execute('delete from user_context where bot_id = $1 and user_ref = $2', [botId, userRef]);
  }
}
