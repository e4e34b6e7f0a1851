import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import { PLUGIN_COLUMNS, type PluginRow } from '../plugins.queries';
import type { PluginConfig } from '../plugins.types';

/** An installation as it is stored. */
export interface InstallationRow {
  id: string;
  teamId: string;
  botId: string;
  pluginId: string;
  isEnabled: boolean;
  /** Secrets are the mask. */
  config: PluginConfig;
  /** Sealed; null when there are none. */
  secrets: Buffer | null;
  createdAt: Date;
  updatedAt: Date;
}

export interface InstalledRow extends InstallationRow {
  plugin: PluginRow;
}

/** Of both tables; names of the plugin's columns are told apart by where they stand. */
type JoinedRow = PluginRow & { installation: Omit<InstallationRow, 'secrets' | 'createdAt' | 'updatedAt'> } & {
  sealedSecrets: Buffer | null;
  installedAt: Date;
  configuredAt: Date;
};

const COLUMNS = `${PLUGIN_COLUMNS}, i.secrets as "sealedSecrets", i.created_at as "installedAt", i.updated_at as "configuredAt",
  json_build_object('id', i.id, 'teamId', i.team_id, 'botId', i.bot_id, 'pluginId', i.plugin_id, 'isEnabled', i.is_enabled,
    'config', i.config) as installation`;
const TABLES = 'installed_plugin i join plugin p on p.id = i.plugin_id';

@Injectable()
export class InstalledPluginsQueries {
  constructor(private readonly database: Database) {}

  /** Oldest first. By installed_plugin_bot_id_plugin_id_key. */
  async list(botId: string, page: PageRequest): Promise<InstalledRow[]> {
    const rows = await this.database.query<JoinedRow>(
      `select ${COLUMNS} from ${TABLES} where i.bot_id = $1 order by i.id limit $2 offset $3`,
      [botId, page.limit, offsetOf(page)],
    );
    return rows.map(toInstalledRow);
  }

  /** Those that are switched on, oldest first. By installed_plugin_bot_id_plugin_id_key. */
  async listEnabled(teamId: string, botId: string): Promise<InstalledRow[]> {
    const rows = await this.database.query<JoinedRow>(
      `select ${COLUMNS} from ${TABLES} where i.bot_id = $2 and i.team_id = $1 and i.is_enabled order by i.id`,
      [teamId, botId],
      { prepare: true },
    );
    return rows.map(toInstalledRow);
  }

  /** By installed_plugin_bot_id_plugin_id_key. */
  async countOf(botId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from installed_plugin where bot_id = $1',
      [botId],
    );
    return row?.count ?? 0;
  }

  /** By installed_plugin_bot_id_plugin_id_key. */
  async find(botId: string, pluginId: string): Promise<InstalledRow | undefined> {
    const [row] = await this.database.query<JoinedRow>(
      `select ${COLUMNS} from ${TABLES} where i.bot_id = $1 and i.plugin_id = $2`,
      [botId, pluginId],
    );
    return row && toInstalledRow(row);
  }

  /** False when it is installed already. By installed_plugin_bot_id_plugin_id_key. */
  async insert(row: InstallationRow): Promise<boolean> {
    const affected = await this.database.execute(
      `insert into installed_plugin (id, team_id, bot_id, plugin_id, is_enabled, config, secrets, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $8) on conflict (bot_id, plugin_id) do nothing`,
      [
        row.id,
        row.teamId,
        row.botId,
        row.pluginId,
        row.isEnabled,
        JSON.stringify(row.config),
        row.secrets,
        row.createdAt,
      ],
    );
    return affected === 1;
  }

  /** False when it is gone. By installed_plugin's primary key. */
  async update({ id, isEnabled, config, secrets, updatedAt }: InstallationRow): Promise<boolean> {
    const affected = await this.database.execute(
      `update installed_plugin set is_enabled = $2, config = $3::jsonb, secrets = $4, updated_at = $5 where id = $1`,
      [id, isEnabled, JSON.stringify(config), secrets, updatedAt],
    );
    return affected === 1;
  }

  /** False when it was not installed. By installed_plugin_bot_id_plugin_id_key. */
  async delete(botId: string, pluginId: string): Promise<boolean> {
    const affected = await this.database.execute('delete from installed_plugin where bot_id = $1 and plugin_id = $2', [
      botId,
      pluginId,
    ]);
    return affected === 1;
  }

  /** By installed_plugin_plugin_id_idx. */
  async isInstalled(pluginId: string): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(
      'select exists (select 1 from installed_plugin where plugin_id = $1) as found',
      [pluginId],
    );
    return row?.found === true;
  }

  /** Takes the secrets away, and their masks; gives at how many bots. By installed_plugin_plugin_id_idx. */
  dropSecrets(pluginId: string, mask: string, at: Date): Promise<number> {
    return this.database.execute(
      `update installed_plugin set secrets = null, updated_at = $3, config = coalesce(
         (select jsonb_object_agg(key, value) from jsonb_each(config) where value <> to_jsonb($2::text)), '{}')
       where plugin_id = $1 and secrets is not null`,
      [pluginId, mask, at],
    );
  }
}

function toInstalledRow({
  installation,
  sealedSecrets,
  installedAt,
  configuredAt,
  ...plugin
}: JoinedRow): InstalledRow {
  return { ...installation, secrets: sealedSecrets, createdAt: installedAt, updatedAt: configuredAt, plugin };
}
