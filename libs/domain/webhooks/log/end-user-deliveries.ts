import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndUser, type EndUserRecordHolder, EndUserRecords } from '#domain/context';
import { Database } from '#infra/database';

/**
 * By webhook_team_id_idx, then webhook_delivery_user_ref_idx and webhook_delivery_conversation_id_idx. Deliveries of before
 * their bots were noted are of every bot.
 */
const DELIVERIES = `webhook_delivery d where d.webhook_id in (select id from webhook where team_id = $1::uuid) and (
  d.user_ref = $3::text and ($2::uuid is null or d.bot_id is null or d.bot_id = $2::uuid)
  or d.user_ref is null and d.conversation_id in (
    select id from conversation where team_id = $1::uuid and user_ref = $3::text and ($2::uuid is null or bot_id = $2::uuid)
  ))`;

/** What the log of deliveries tells of end users. What was sent to a receiver is theirs to forget. */
@Injectable()
export class EndUserDeliveries implements EndUserRecordHolder, OnModuleInit {
  readonly name = 'webhooks';

  constructor(
    private readonly records: EndUserRecords,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.records.register(this);
  }

  async export(user: EndUser): Promise<unknown[]> {
    const rows = await this.database.query<{ record: unknown }>(
      `select jsonb_build_object('id', d.id, 'event', d.event, 'state', d.state, 'body', d.body::jsonb,
         'createdAt', d.created_at) as record
       from ${DELIVERIES} order by d.id`,
      place(user),
    );
    return rows.map(({ record }) => record);
  }

  /** With their attempts; those that wait are not sent any more. */
  erase(user: EndUser): Promise<number> {
    return this.database.execute(`delete from ${DELIVERIES}`, place(user));
  }
}

function place({ teamId, botId, userRef }: EndUser) {
  return [teamId, botId ?? null, userRef];
}
