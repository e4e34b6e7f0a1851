import { Injectable } from '@nestjs/common';
import { type AuditAct, AuditLog } from '#domain/audit';
import { Database, isForeignKeyViolation, isUniqueViolation } from '#infra/database';
import { Notices } from '#infra/notices';
import { type Actor, Clock, isUuid, newId, type Page } from '#kernel';
import { BuiltIns } from './builtin/builtins';
import { InstalledPluginsQueries } from './installing/installed-plugins.queries';
import { SECRET_MASK } from './manifest/plugin-config';
import { addressOf, changedManifest, newManifest } from './manifest/plugin-manifest';
import { PluginChecks } from './plugin-checks';
import { PluginSecrets } from './plugin-secrets';
import { pluginErrors } from './plugins.errors';
import { pluginsChanged } from './plugins.notices';
import { type PluginRow, PluginsQueries } from './plugins.queries';
import {
  PLUGIN_LIMITS,
  type Plugin,
  type PluginInput,
  type PluginListRequest,
  type PluginManifest,
  type PluginWithSecret,
} from './plugins.types';
import { shownPlugin } from './shown-plugin';

export interface UpdatedPlugin extends PluginWithSecret {
  /** It is called elsewhere from now on, where nobody may learn the secrets of its configurations: they were taken away. */
  droppedSecrets: boolean;
}

/** The registry: plugins of the team, and those of the system, which every team has and none can change. */
@Injectable()
export class Plugins {
  constructor(
    private readonly queries: PluginsQueries,
    private readonly installed: InstalledPluginsQueries,
    private readonly checks: PluginChecks,
    private readonly secrets: PluginSecrets,
    private readonly builtIns: BuiltIns,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
    private readonly auditLog: AuditLog,
  ) {}

  /** @throws AppError `input.invalid`, `plugins.version_taken`, `plugins.too_many` */
  async register(actor: Actor, input: PluginInput): Promise<PluginWithSecret> {
    const { teamId } = actor;
    const manifest = newManifest(input, this.builtIns.names);
    await this.checks.pass(manifest);
    const now = this.clock.now();
    const signed = this.signed({ ...manifest, id: newId(), teamId, secret: null, createdAt: now, updatedAt: now });
    await this.database.transaction(async () => {
      await this.queries.lockTeam(teamId);
      if ((await this.queries.countOfTeam(teamId)) >= PLUGIN_LIMITS.pluginsOfTeam) throw pluginErrors.too_many();
      if (!(await this.queries.insert(signed.row))) throw pluginErrors.version_taken();
      await this.note(actor, 'plugin.created', signed.row);
    });
    return this.told(signed);
  }

  /** Those of the team, newest first, then those of the system. */
  async list({ teamId }: Actor, request: PluginListRequest): Promise<Page<Plugin>> {
    const [rows, total] = [await this.queries.list(teamId, request), await this.queries.countVisible(teamId)];
    return { ...request, items: rows.map((row) => shownPlugin(row, this.builtIns)), total };
  }

  /** @throws `plugins.not_found` */
  async get(actor: Actor, id: string): Promise<Plugin> {
    return shownPlugin(await this.find(actor, id), this.builtIns);
  }

  /** Absent leaves a field as it is, null clears it. @throws AppError `plugins.not_found`, `.system`, `.version_taken`, `input.invalid` */
  async update(actor: Actor, id: string, patch: PluginInput): Promise<UpdatedPlugin> {
    await this.checks.pass(changedManifest(await this.findOwn(actor, id), patch, this.builtIns.names));
    return this.change(actor, id, (row) =>
      this.signed({ ...row, ...changedManifest(row, patch, this.builtIns.names) }),
    );
  }

  /** The present one is no longer used at once. @throws AppError `plugins.not_found`, `.system`, `.not_signed` */
  async rotateSecret(actor: Actor, id: string): Promise<PluginWithSecret> {
    return this.change(actor, id, (row) => {
      if (row.kind !== 'http') throw pluginErrors.not_signed();
      return this.signed({ ...row, secret: null });
    });
  }

  /** @throws AppError `plugins.not_found`, `.system`, `.in_use` */
  async delete(actor: Actor, id: string): Promise<void> {
    const { teamId } = actor;
    try {
      await this.database.transaction(async () => {
        const row = own(isUuid(id) ? await this.queries.lock(teamId, id) : undefined);
        if (await this.installed.isInstalled(row.id)) throw pluginErrors.in_use();
        await this.queries.delete(row.id);
        await this.note(actor, 'plugin.deleted', row);
      });
    } catch (error) {
      throw isForeignKeyViolation(error, 'installed_plugin_plugin_id_fkey') ? pluginErrors.in_use() : error;
    }
  }

  private async change(actor: Actor, id: string, next: (row: PluginRow) => Signed): Promise<UpdatedPlugin> {
    const { teamId } = actor;
    const changed = await refusingTakenVersions(() =>
      this.database.transaction(async () => {
        const row = own(await this.queries.lock(teamId, id));
        const signed = next({ ...row, updatedAt: this.clock.now() });
        await this.queries.update(signed.row);
        const droppedSecrets = hasMoved(row, signed.row) && (await this.dropSecrets(signed.row));
        this.notices.publish(pluginsChanged, { teamId });
        await this.note(actor, 'plugin.changed', signed.row, signed.secret !== undefined);
        return { ...signed, droppedSecrets };
      }),
    );
    return { ...this.told(changed), droppedSecrets: changed.droppedSecrets };
  }

  private async note(actor: Actor, act: AuditAct, row: PluginRow, hasNewSecret = false): Promise<void> {
    const { id, name, version, kind } = row;
    const details = { version, kind, ...(hasNewSecret ? { hasNewSecret } : {}) };
    await this.auditLog.record(actor, { act, subject: { kind: 'plugin', id, name }, details });
  }

  private async dropSecrets({ id, updatedAt }: PluginRow): Promise<boolean> {
    return (await this.installed.dropSecrets(id, SECRET_MASK, updatedAt)) > 0;
  }

  /** With a secret, if it is called over HTTP and has none. */
  private signed(row: PluginRow): Signed {
    if (row.kind !== 'http') return { row: { ...row, secret: null } };
    if (row.secret !== null) return { row };
    const secret = this.secrets.generateSigning();
    return { row: { ...row, secret: this.secrets.sealSigning(row.id, secret) }, secret };
  }

  private told({ row, secret }: Signed): PluginWithSecret {
    return { plugin: shownPlugin(row, this.builtIns), ...(secret === undefined ? {} : { secret }) };
  }

  private async find({ teamId }: Actor, id: string): Promise<PluginRow> {
    const row = isUuid(id) ? await this.queries.find(teamId, id) : undefined;
    if (!row) throw pluginErrors.not_found();
    return row;
  }

  private async findOwn(actor: Actor, id: string): Promise<PluginRow> {
    return own(await this.find(actor, id));
  }
}

interface Signed {
  row: PluginRow;
  /** When it is new. */
  secret?: string;
}

function own(row: PluginRow | undefined): PluginRow {
  if (!row) throw pluginErrors.not_found();
  if (row.teamId === null) throw pluginErrors.system();
  return row;
}

/** To where somebody else may listen: another scheme, host or port. */
function hasMoved(before: PluginManifest, after: PluginManifest): boolean {
  const [from, to] = [addressOf(before), addressOf(after)];
  return from !== undefined && (to === undefined || new URL(from).origin !== new URL(to).origin);
}

async function refusingTakenVersions<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw isUniqueViolation(error, 'plugin_team_id_name_version_key') ? pluginErrors.version_taken() : error;
  }
}
