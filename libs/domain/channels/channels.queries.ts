import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { Channel } from './channels.types';

/** A channel as it is stored. */
export interface ChannelRow extends Omit<Channel, 'webhookUrl' | 'config'> {
  config: Record<string, string>;
  /** Sealed, as is the secret. */
  credentials: Buffer;
  webhookSecret: Buffer;
  origin: string;
  heldUntil: Date | null;
  nextProbeAt: Date | null;
}

export const CHANNEL_COLUMNS = `c.id, c.team_id as "teamId", c.bot_id as "botId", c.type, c.name, c.status,
  c.status_reason as "statusReason", c.config, c.credentials, c.credential_names as "credentialNames",
  c.webhook_secret as "webhookSecret", c.origin, c.identity, c.connected_at as "connectedAt",
  c.last_inbound_at as "lastInboundAt", c.last_error as "lastError", c.held_until as "heldUntil",
  c.next_probe_at as "nextProbeAt", c.created_at as "createdAt", c.updated_at as "updatedAt"`;

export interface ProbeClaim {
  now: Date;
  pendingAt: Date;
  connectedAt: Date;
  spreadMs: number;
  limit: number;
}

@Injectable()
export class ChannelsQueries {
  constructor(private readonly database: Database) {}

  /** Others who add a channel to the bot wait until the open transaction ends. By bot_pkey. */
  async lockBot(botId: string): Promise<void> {
    await this.database.query('select 1 from bot where id = $1 for no key update', [botId]);
  }

  /** By channel_bot_id_idx. */
  async count(botId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from channel where bot_id = $1',
      [botId],
    );
    return row?.count ?? 0;
  }

  /** Oldest first. By channel_bot_id_idx. */
  list(botId: string, page: PageRequest): Promise<ChannelRow[]> {
    return this.database.query<ChannelRow>(
      `select ${CHANNEL_COLUMNS} from channel c where c.bot_id = $1 order by c.id limit $2 offset $3`,
      [botId, page.limit, offsetOf(page)],
    );
  }

  /** By channel_pkey, as is what follows. */
  async find(id: string): Promise<ChannelRow | undefined> {
    const [row] = await this.database.query<ChannelRow>(`select ${CHANNEL_COLUMNS} from channel c where c.id = $1`, [
      id,
    ]);
    return row;
  }

  /** Nobody else changes it before the open transaction ends. */
  async lock(id: string): Promise<ChannelRow | undefined> {
    const [row] = await this.database.query<ChannelRow>(
      `select ${CHANNEL_COLUMNS} from channel c where c.id = $1 for no key update`,
      [id],
    );
    return row;
  }

  async insert(row: ChannelRow): Promise<void> {
    await this.database.execute(
      `insert into channel (id, team_id, bot_id, type, name, status, config, credentials, credential_names,
         webhook_secret, origin, next_probe_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::text[], $10, $11, $12, $13, $13)`,
      [
        row.id,
        row.teamId,
        row.botId,
        row.type,
        row.name,
        row.status,
        JSON.stringify(row.config),
        row.credentials,
        row.credentialNames,
        row.webhookSecret,
        row.origin,
        row.nextProbeAt,
        row.createdAt,
      ],
    );
  }

  async update(row: ChannelRow): Promise<void> {
    await this.database.execute(
      `update channel set name = $2, status = $3, status_reason = $4, config = $5::jsonb, credentials = $6,
         credential_names = $7::text[], origin = $8, identity = $9::jsonb, connected_at = $10, last_error = $11,
         held_until = $12, next_probe_at = $13, updated_at = $14 where id = $1`,
      [
        row.id,
        row.name,
        row.status,
        row.statusReason,
        JSON.stringify(row.config),
        row.credentials,
        row.credentialNames,
        row.origin,
        row.identity === null ? null : JSON.stringify(row.identity),
        row.connectedAt,
        row.lastError,
        row.heldUntil,
        row.nextProbeAt,
        row.updatedAt,
      ],
    );
  }

  async delete(id: string): Promise<void> {
    await this.database.execute('delete from channel where id = $1', [id]);
  }

  /** Something good came in. Written once in a while only: whole chats would wait for this row otherwise. */
  async touch(id: string, now: Date, ifBefore: Date): Promise<void> {
    await this.database.execute(
      `update channel set last_inbound_at = $2
       where id = $1 and (last_inbound_at is null or last_inbound_at < $3)`,
      [id, now, ifBefore],
    );
  }

  /** Nothing is sent before `until`. */
  async hold(id: string, until: Date, error: string): Promise<void> {
    await this.database.execute(
      'update channel set held_until = greatest(held_until, $2), last_error = $3 where id = $1',
      [id, until, error],
    );
  }

  async noteError(id: string, error: string): Promise<void> {
    await this.database.execute('update channel set last_error = $2 where id = $1', [id, error]);
  }

  /**
   * Channels whose turn it is to be connected or looked at. Nobody else gets them before their next turn: soon for those that
   * were never connected, and spread for the others. By channel_next_probe_at_idx.
   */
  async claimProbes({ now, pendingAt, connectedAt, spreadMs, limit }: ProbeClaim): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `with due as (
         select id from channel where next_probe_at <= $1 order by next_probe_at limit $5 for no key update skip locked
       )
       update channel c set next_probe_at = case when c.status = 'pending' then $2::timestamptz
         else $3::timestamptz + random() * $4::int * interval '1 millisecond' end
       from due where c.id = due.id returning c.id`,
      [now, pendingAt, connectedAt, spreadMs, limit],
    );
    return rows.map(({ id }) => id);
  }
}
