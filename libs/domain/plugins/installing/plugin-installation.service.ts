import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BotLookup, BotsService } from '#domain/bots';
import { Database } from '#infra/database';
import { JsonSchemas } from '#infra/json-schema';
import { Notices } from '#infra/notices';
import { type Actor, AppError, Clock, isUuid, newId, type Page, type PageRequest } from '#kernel';
import { BuiltIns } from '../builtin/builtins';
import { checkedConfig, shownConfig } from '../manifest/plugin-config';
import { PluginSecrets } from '../plugin-secrets';
import { pluginErrors } from '../plugins.errors';
import { pluginsChanged } from '../plugins.notices';
import { type PluginRow, PluginsQueries } from '../plugins.queries';
import {
  type InstalledPlugin,
  type InstalledPluginPatch,
  type InstallPlugin,
  PLUGIN_LIMITS,
  type PluginConfig,
} from '../plugins.types';
import { shownPlugin } from '../shown-plugin';
import { type InstallationRow, InstalledPluginsQueries, type InstalledRow } from './installed-plugins.queries';

/** Which plugins work for which bot, and how they are configured there. */
@Injectable()
export class PluginInstallation implements OnModuleInit {
  constructor(
    private readonly bots: BotsService,
    private readonly lookup: BotLookup,
    private readonly plugins: PluginsQueries,
    private readonly queries: InstalledPluginsQueries,
    private readonly secrets: PluginSecrets,
    private readonly schemas: JsonSchemas,
    private readonly builtIns: BuiltIns,
    private readonly database: Database,
    private readonly notices: Notices,
    private readonly clock: Clock,
  ) {}

  /** What is remembered of a bot goes with it. */
  onModuleInit(): void {
    this.bots.beforeDelete(async (botId) => this.notices.publish(pluginsChanged, { botId }));
  }

  /** Oldest first. @throws `bots.not_found` */
  async list(actor: Actor, botId: string, request: PageRequest): Promise<Page<InstalledPlugin>> {
    await this.bots.get(actor, botId);
    const [rows, total] = [await this.queries.list(botId, request), await this.queries.countOf(botId)];
    return { ...request, items: rows.map((row) => this.shown(row)), total };
  }

  /** @throws AppError `bots.not_found`, `plugins.not_found`, `.already_installed`, `.too_many_installed`, `input.invalid` */
  async install(
    actor: Actor,
    botId: string,
    { pluginId, config = {}, isEnabled = true }: InstallPlugin,
  ): Promise<InstalledPlugin> {
    await this.bots.get(actor, botId);
    const plugin = await this.find(actor, pluginId);
    const id = newId();
    const split = await checkedConfig(shownPlugin(plugin, this.builtIns), config, {}, this.schemas);
    const sealed = this.secrets.sealConfig(id, split.secrets);
    const now = this.clock.now();
    const { teamId } = actor;
    const row: InstallationRow = {
      ...{ id, teamId, botId, pluginId, isEnabled },
      ...{ config: split.config, secrets: sealed, createdAt: now, updatedAt: now },
    };
    await this.database.transaction(() => this.insert(actor, row));
    return this.shown({ ...row, plugin });
  }

  /** In place of the whole configuration. @throws AppError `bots.not_found`, `plugins.not_installed`, `input.invalid` */
  async configure(
    actor: Actor,
    botId: string,
    pluginId: string,
    { config, isEnabled }: InstalledPluginPatch,
  ): Promise<InstalledPlugin> {
    const row = await this.get(actor, botId, pluginId);
    const split = await checkedConfig(
      shownPlugin(row.plugin, this.builtIns),
      config,
      this.keptSecrets(row),
      this.schemas,
    );
    const next: InstalledRow = {
      ...row,
      isEnabled: isEnabled ?? row.isEnabled,
      config: split.config,
      secrets: this.secrets.sealConfig(row.id, split.secrets),
      updatedAt: this.clock.now(),
    };
    if (!(await this.queries.update(next))) throw pluginErrors.not_installed();
    await this.tell(row);
    return this.shown(next);
  }

  /** @throws AppError `bots.not_found`, `plugins.not_installed` */
  async uninstall(actor: Actor, botId: string, pluginId: string): Promise<void> {
    await this.bots.get(actor, botId);
    if (!isUuid(pluginId) || !(await this.queries.delete(botId, pluginId))) throw pluginErrors.not_installed();
    await this.tell({ teamId: actor.teamId, botId });
  }

  /** As it is stored. @throws AppError `bots.not_found`, `plugins.not_installed` */
  async get(actor: Actor, botId: string, pluginId: string): Promise<InstalledRow> {
    await this.lookup.get(actor, botId);
    const row = isUuid(pluginId) ? await this.queries.find(botId, pluginId) : undefined;
    if (row?.teamId !== actor.teamId) throw pluginErrors.not_installed();
    return row;
  }

  private async insert(actor: Actor, row: InstallationRow): Promise<void> {
    await this.bots.hold(actor, row.botId);
    if (!(await this.plugins.hold(row.teamId, row.pluginId))) throw pluginErrors.not_found();
    const count = await this.queries.countOf(row.botId);
    if (!(await this.queries.insert(row))) throw pluginErrors.already_installed();
    if (count >= PLUGIN_LIMITS.installedOfBot) throw pluginErrors.too_many_installed();
    await this.tell(row);
  }

  private async find({ teamId }: Actor, pluginId: string): Promise<PluginRow> {
    const plugin = isUuid(pluginId) ? await this.plugins.find(teamId, pluginId) : undefined;
    if (!plugin) throw pluginErrors.not_found();
    return plugin;
  }

  /** None when they do not open: new ones must be possible then. */
  private keptSecrets({ id, secrets }: InstallationRow): PluginConfig {
    try {
      return this.secrets.openConfig(id, secrets);
    } catch (error) {
      if (error instanceof AppError) return {};
      throw error;
    }
  }

  private tell({ teamId, botId }: Pick<InstallationRow, 'teamId' | 'botId'>): Promise<void> {
    return this.notices.publish(pluginsChanged, { teamId, botId });
  }

  private shown({
    plugin: row,
    secrets: _,
    teamId: _team,
    pluginId: _plugin,
    config,
    ...rest
  }: InstalledRow): InstalledPlugin {
    const plugin = shownPlugin(row, this.builtIns);
    return { ...rest, plugin, config: shownConfig(plugin, config) };
  }
}
