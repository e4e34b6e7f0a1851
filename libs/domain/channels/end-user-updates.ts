import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndUser, type EndUserRecordHolder, EndUserRecords } from '#domain/context';
import { Database } from '#infra/database';

/** By channel_update_user_ref_idx; of all bots of the team by bot_team_id_slug_key before. */
const UPDATES = `channel_update u where u.user_ref = $3::text and u.bot_id in (
  select id from bot where team_id = $1::uuid and ($2::uuid is null or id = $2::uuid))`;

/**
 * What channels have heard from end users: until it is answered with its words, then where it came from. What was sent to them
 * goes with their conversations.
 */
@Injectable()
export class EndUserUpdates implements EndUserRecordHolder, OnModuleInit {
  readonly name = 'channels';
  /** What waits is still on its way to a conversation. */
  readonly turn = 'first';

  constructor(
    private readonly records: EndUserRecords,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  async export(user: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      `select jsonb_build_object('id', u.id, 'channelId', u.channel_id, 'state', u.state, 'message', u.message,
         'receivedAt', u.received_at) as record
       from ${UPDATES} order by u.id`,
      place(user),
    );
    return rows.map(({ record }) => record);
  }

  erase(user: EndUser): Promise<number> {
    return this.database.execute(`delete from ${UPDATES}`, place(user));
  }
}

function place({ teamId, botId, userRef }: EndUser) {
  return [teamId, botId ?? null, userRef];
}
