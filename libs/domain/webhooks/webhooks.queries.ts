import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { SealedSecrets } from './webhook-secrets';
import type { Webhook } from './webhooks.types';

/** A webhook as it is stored. */
export interface WebhookRow extends Omit<Webhook, 'botId'>, SealedSecrets {
  /** Null: of all bots. */
  botId: string | null;
  /** The receiver asked to be left alone until then. */
  pausedUntil: Date | null;
  /** Whether the team's people are still to be told that it was switched off. */
  isNoticeDue: boolean;
}

/** Through which dialect whose webhooks are seen. */
export interface WebhookScope {
  teamId: string;
  dialect: string;
}

const COLUMNS = `id, team_id as "teamId", dialect, url, events, bot_id as "botId", description, secret,
  previous_secret as "previousSecret", previous_secret_expires_at as "previousSecretExpiresAt", is_active as "isActive",
  disabled_reason as "disabledReason", disabled_at as "disabledAt", is_notice_due as "isNoticeDue",
  failing_since as "failingSince", last_success_at as "lastSuccessAt", last_failure_at as "lastFailureAt",
  paused_until as "pausedUntil", created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class WebhooksQueries {
  constructor(private readonly database: Database) {}

  /** Others who register a webhook in the team wait until the open transaction ends. By team's primary key. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** Of all dialects together. By webhook_team_id_idx. */
  async countOfTeam(teamId: string): Promise<number> {
    return this.count('select count(*)::int as count from webhook where team_id = $1', [teamId]);
  }

  async insert(row: WebhookRow): Promise<void> {
    await this.database.execute(
      `insert into webhook (id, team_id, dialect, url, events, bot_id, description, secret, created_at, updated_at)
       values ($1, $2, $3, $4, $5::text[], $6, $7, $8, $9, $9)`,
      [row.id, row.teamId, row.dialect, row.url, row.events, row.botId, row.description, row.secret, row.createdAt],
    );
  }

  /** All that an owner decides, and what follows from it. By webhook's primary key. */
  async update(row: WebhookRow): Promise<void> {
    await this.database.execute(
      `update webhook set url = $2, events = $3::text[], bot_id = $4, description = $5, secret = $6, previous_secret = $7,
         previous_secret_expires_at = $8, is_active = $9, disabled_reason = $10, disabled_at = $11, is_notice_due = $12,
         failing_since = $13, paused_until = $14, updated_at = $15::timestamptz,
         listening_since = case when $9 and not is_active then $15 else listening_since end
       where id = $1`,
      [
        row.id,
        row.url,
        row.events,
        row.botId,
        row.description,
        row.secret,
        row.previousSecret,
        row.previousSecretExpiresAt,
        row.isActive,
        row.disabledReason,
        row.disabledAt,
        row.isNoticeDue,
        row.failingSince,
        row.pausedUntil,
        row.updatedAt,
      ],
    );
  }

  /** Oldest first. By webhook_team_id_idx. */
  list({ teamId, dialect }: WebhookScope, page: PageRequest): Promise<WebhookRow[]> {
    return this.database.query<WebhookRow>(
      `select ${COLUMNS} from webhook where team_id = $1 and dialect = $2 order by id limit $3 offset $4`,
      [teamId, dialect, page.limit, offsetOf(page)],
    );
  }

  /** By webhook_team_id_idx. */
  countIn({ teamId, dialect }: WebhookScope): Promise<number> {
    return this.count('select count(*)::int as count from webhook where team_id = $1 and dialect = $2', [
      teamId,
      dialect,
    ]);
  }

  /** By webhook's primary key. */
  find(scope: WebhookScope, id: string): Promise<WebhookRow | undefined> {
    return this.findOne(scope, id, '');
  }

  /** Nobody else changes or deletes it before the open transaction ends. By webhook's primary key. */
  lock(scope: WebhookScope, id: string): Promise<WebhookRow | undefined> {
    return this.findOne(scope, id, 'for no key update');
  }

  private async findOne({ teamId, dialect }: WebhookScope, id: string, lock: string): Promise<WebhookRow | undefined> {
    const [row] = await this.database.query<WebhookRow>(
      `select ${COLUMNS} from webhook where id = $3 and team_id = $1 and dialect = $2 ${lock}`,
      [teamId, dialect, id],
    );
    return row;
  }

  private async count(sql: string, parameters: readonly unknown[]): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, parameters);
    return row?.count ?? 0;
  }
}
