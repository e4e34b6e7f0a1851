import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { offsetOf, type PageRequest } from '#kernel';
import type { Plugin } from './plugins.types';

/** A plugin as it is stored. */
export interface PluginRow extends Plugin {
  /** Sealed; null for kinds that are not signed. */
  secret: Buffer | null;
}

export const PLUGIN_COLUMNS = `p.id, p.team_id as "teamId", p.name, p.version, p.description, p.author, p.kind,
  p.entry_point as "entryPoint", p.hooks, p.tools, p.config_options as "configOptions", p.config_schema as "configSchema",
  p.timeout_ms as "timeoutMs", p.secret, p.created_at as "createdAt", p.updated_at as "updatedAt"`;

@Injectable()
export class PluginsQueries {
  constructor(private readonly database: Database) {}

  /** Others who register a plugin in the team wait until the open transaction ends. By team's primary key. */
  async lockTeam(teamId: string): Promise<void> {
    await this.database.query('select 1 from team where id = $1 for no key update', [teamId]);
  }

  /** By plugin_team_id_id_idx. */
  countOfTeam(teamId: string): Promise<number> {
    return this.count('select count(*)::int as count from plugin where team_id = $1', teamId);
  }

  /** Those of the team, newest first, then those of the system. By plugin_team_id_id_idx; a team has a few. */
  list(teamId: string, page: PageRequest): Promise<PluginRow[]> {
    return this.database.query<PluginRow>(
      `select ${PLUGIN_COLUMNS} from plugin p where p.team_id = $1 or p.team_id is null
       order by p.team_id is null, case when p.team_id is null then p.name end, p.id desc limit $2 offset $3`,
      [teamId, page.limit, offsetOf(page)],
    );
  }

  /** By plugin_team_id_id_idx. */
  countVisible(teamId: string): Promise<number> {
    return this.count('select count(*)::int as count from plugin where team_id = $1 or team_id is null', teamId);
  }

  /** Of the team or the system. By plugin's primary key. */
  find(teamId: string, id: string): Promise<PluginRow | undefined> {
    return this.findOne(teamId, id, '');
  }

  /** Nobody else changes or deletes it, or begins to refer to it, before the open transaction ends. By plugin's primary key. */
  lock(teamId: string, id: string): Promise<PluginRow | undefined> {
    return this.findOne(teamId, id, 'for update');
  }

  /** Nobody deletes it before the open transaction ends. By plugin's primary key. */
  hold(teamId: string, id: string): Promise<PluginRow | undefined> {
    return this.findOne(teamId, id, 'for key share');
  }

  /** False when the team has a plugin of this name and version. By plugin_team_id_name_version_key. */
  async insert(row: PluginRow): Promise<boolean> {
    const affected = await this.database.execute(
      `insert into plugin (id, name, version, description, author, kind, entry_point, hooks, tools, config_options,
         config_schema, timeout_ms, secret, updated_at, team_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11::jsonb, $12, $13, $14, $15, $16)
       on conflict (team_id, name, version) where team_id is not null do nothing`,
      [...valuesOf(row), row.teamId, row.createdAt],
    );
    return affected === 1;
  }

  /** By plugin's primary key. */
  async update(row: PluginRow): Promise<void> {
    await this.database.execute(
      `update plugin set name = $2, version = $3, description = $4, author = $5, kind = $6, entry_point = $7,
         hooks = $8::jsonb, tools = $9::jsonb, config_options = $10::jsonb, config_schema = $11::jsonb, timeout_ms = $12,
         secret = $13, updated_at = $14
       where id = $1`,
      valuesOf(row),
    );
  }

  /** By plugin's primary key. */
  async delete(id: string): Promise<void> {
    await this.database.execute('delete from plugin where id = $1', [id]);
  }

  private async findOne(teamId: string, id: string, lock: string): Promise<PluginRow | undefined> {
    const [row] = await this.database.query<PluginRow>(
      `select ${PLUGIN_COLUMNS} from plugin p where p.id = $2 and (p.team_id = $1 or p.team_id is null) ${lock}`,
      [teamId, id],
    );
    return row;
  }

  private async count(sql: string, teamId: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(sql, [teamId]);
    return row?.count ?? 0;
  }
}

function valuesOf(row: PluginRow): unknown[] {
  return [
    row.id,
    row.name,
    row.version,
    row.description,
    row.author,
    row.kind,
    row.entryPoint,
    JSON.stringify(row.hooks),
    JSON.stringify(row.tools),
    JSON.stringify(row.configOptions),
    row.configSchema === null ? null : JSON.stringify(row.configSchema),
    row.timeoutMs,
    row.secret,
    row.updatedAt,
  ];
}
