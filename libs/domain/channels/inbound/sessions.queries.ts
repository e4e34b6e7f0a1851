import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';

export interface SessionTouch {
  teamId: string;
  channelId: string;
  /** SHA-256 of what tells conversations of the channel apart. */
  scopeHash: Buffer;
  /** When the message came. */
  at: Date;
  /** One that was silent since before is over. */
  silentSince: Date;
}

@Injectable()
export class SessionsOfChannelsQueries {
  constructor(private readonly database: Database) {}

  /** When the session began that the message belongs to: the present one, or a new one. By channel_session_pkey. */
  async touch({ teamId, channelId, scopeHash, at, silentSince }: SessionTouch): Promise<Date> {
    const [row] = await this.database.query<{ startedAt: Date }>(
      `insert into channel_session (team_id, channel_id, scope_hash, started_at, last_at) values ($1, $2, $3, $4, $4)
       on conflict (channel_id, scope_hash) do update set
         started_at = case when channel_session.last_at < $5 then excluded.started_at else channel_session.started_at end,
         last_at = greatest(channel_session.last_at, excluded.last_at)
       returning started_at as "startedAt"`,
      [teamId, channelId, scopeHash, at, silentSince],
    );
    return row!.startedAt;
  }

  /** Those that are silent since before. By channel_session_last_at_idx. */
  deleteSilent(since: Date, limit: number): Promise<number> {
    return this.database.execute(
      `delete from channel_session where ctid = any (array(
         select ctid from channel_session where last_at < $1 order by last_at limit $2 for update skip locked))`,
      [since, limit],
    );
  }
}
