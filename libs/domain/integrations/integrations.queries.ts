import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { Integration } from './integrations.types';

/** An integration as it is stored. */
export interface IntegrationRow extends Integration {
  /** Sealed; null when there are none. */
  secrets: Buffer | null;
}

const COLUMNS = `id, team_id as "teamId", bot_id as "botId", name, kind, webhook_url as "webhookUrl", headers, secrets,
  model_id as "modelId", timeout_ms as "timeoutMs", weight, is_fallback as "isFallback", is_enabled as "isEnabled",
  created_at as "createdAt", updated_at as "updatedAt"`;

@Injectable()
export class IntegrationsQueries {
  constructor(private readonly database: Database) {}

  /** Others who give the bot integrations wait until the open transaction ends. By bot's primary key. */
  async lockBot(botId: string): Promise<void> {
    await this.database.query('select 1 from bot where id = $1 for no key update', [botId]);
  }

  /** Oldest first. By integration_bot_id_id_idx. */
  list(botId: string, page: PageRequest): Promise<IntegrationRow[]> {
    return this.database.query<IntegrationRow>(
      `select ${COLUMNS} from integration where bot_id = $1 order by id limit $2 offset $3`,
      [botId, page.limit, offsetOf(page)],
    );
  }

  /** Those that are switched on, oldest first; a bot has a few. By integration_bot_id_id_idx. */
  listEnabled(teamId: string, botId: string): Promise<IntegrationRow[]> {
    return this.database.query<IntegrationRow>(
      `select ${COLUMNS} from integration where bot_id = $2 and team_id = $1 and is_enabled order by id`,
      [teamId, botId],
      { prepare: true },
    );
  }

  /** All, and those that are no echo. By integration_bot_id_id_idx. */
  async countOf(botId: string): Promise<{ all: number; real: number }> {
    const [row] = await this.database.query<{ all: number; real: number }>(
      `select count(*)::int as "all", count(*) filter (where kind <> 'echo')::int as "real"
       from integration where bot_id = $1`,
      [botId],
    );
    return row ?? { all: 0, real: 0 };
  }

  /** By integration's primary key. */
  async find(teamId: string, id: string): Promise<IntegrationRow | undefined> {
    return this.findOne(teamId, id, '');
  }

  /** Nobody else changes or deletes it before the open transaction ends. By integration's primary key. */
  async lock(teamId: string, id: string): Promise<IntegrationRow | undefined> {
    return this.findOne(teamId, id, 'for no key update');
  }

  async insert(row: IntegrationRow): Promise<void> {
    await this.database.execute(
      `insert into integration (id, name, kind, webhook_url, headers, secrets, model_id, timeout_ms, weight, is_fallback,
         is_enabled, updated_at, team_id, bot_id, created_at)
       values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [...valuesOf(row), row.teamId, row.botId, row.createdAt],
    );
  }

  /** By integration's primary key. */
  async update(row: IntegrationRow): Promise<void> {
    await this.database.execute(
      `update integration set name = $2, kind = $3, webhook_url = $4, headers = $5::jsonb, secrets = $6, model_id = $7,
         timeout_ms = $8, weight = $9, is_fallback = $10, is_enabled = $11, updated_at = $12
       where id = $1`,
      valuesOf(row),
    );
  }

  /** Nobody hears an echo any more. By integration_bot_id_id_idx. */
  async retireEcho(botId: string, at: Date): Promise<void> {
    await this.database.execute(
      `update integration set weight = 0, updated_at = $2 where bot_id = $1 and kind = 'echo' and weight > 0`,
      [botId, at],
    );
  }

  /** Its bot; undefined when it was not there. By integration's primary key. */
  async delete(teamId: string, id: string): Promise<string | undefined> {
    const [row] = await this.database.query<{ botId: string }>(
      'delete from integration where id = $2 and team_id = $1 returning bot_id as "botId"',
      [teamId, id],
    );
    return row?.botId;
  }

  /** By integration_model_id_idx. */
  async namesUsingModel(modelId: number, limit: number): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      'select name from integration where model_id = $1 order by id limit $2',
      [modelId, limit],
    );
    return rows.map(({ name }) => name);
  }

  private async findOne(teamId: string, id: string, lock: string): Promise<IntegrationRow | undefined> {
    const [row] = await this.database.query<IntegrationRow>(
      `select ${COLUMNS} from integration where id = $2 and team_id = $1 ${lock}`,
      [teamId, id],
    );
    return row;
  }
}

function valuesOf(row: IntegrationRow): unknown[] {
  return [
    row.id,
    row.name,
    row.kind,
    row.webhookUrl,
    JSON.stringify(row.headers),
    row.secrets,
    row.modelId,
    row.timeoutMs,
    row.weight,
    row.isFallback,
    row.isEnabled,
    row.updatedAt,
  ];
}
