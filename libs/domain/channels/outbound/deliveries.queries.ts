import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { ChannelDelivery, ChannelDeliveryState } from '../channels.types';

const COLUMNS = `id, channel_id as "channelId", conversation_id as "conversationId", chat_id as "chatId", state,
  case when state = 'sent' then cardinality(platform_message_ids) else jsonb_array_length(parts) end as parts,
  cardinality(platform_message_ids) as "sentParts", doubtful_parts as "doubtfulParts", attempts,
  next_attempt_at as "nextAttemptAt", error, created_at as "createdAt", settled_at as "settledAt"`;

/** The log of what was sent through a channel. */
@Injectable()
export class DeliveriesQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. By channel_message_log_idx, as is the one below. */
  list(channelId: string, state: ChannelDeliveryState | undefined, page: PageRequest): Promise<ChannelDelivery[]> {
    return this.database.query<ChannelDelivery>(
      `select ${COLUMNS} from channel_message where channel_id = $1 and ($2::text is null or state = $2)
       order by id desc limit $3 offset $4`,
      [channelId, state ?? null, page.limit, offsetOf(page)],
    );
  }

  async count(channelId: string, state: ChannelDeliveryState | undefined): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `select count(*)::int as count from channel_message where channel_id = $1 and ($2::text is null or state = $2)`,
      [channelId, state ?? null],
    );
    return row?.count ?? 0;
  }

  /** By channel_message_pkey, as is the one below. */
  async find(channelId: string, id: string): Promise<ChannelDelivery | undefined> {
    const [row] = await this.database.query<ChannelDelivery>(
      `select ${COLUMNS} from channel_message where id = $1 and channel_id = $2`,
      [id, channelId],
    );
    return row;
  }

  /** From the part that it stopped at. Undefined unless it was given up or skipped. */
  async reopen(channelId: string, id: string, now: Date): Promise<ChannelDelivery | undefined> {
    const [row] = await this.database.query<ChannelDelivery>(
      `update channel_message set state = 'waiting', failures = 0, error = null, settled_at = null, next_attempt_at = $3
       where id = $1 and channel_id = $2 and state in ('failed', 'skipped') returning ${COLUMNS}`,
      [id, channelId, now],
    );
    return row;
  }
}
