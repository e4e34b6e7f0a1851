import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { JsonSchemas } from '#infra/json-schema';
import { Notices } from '#infra/notices';
import { Clock, SECOND_MS } from '#kernel';
import { InstalledPluginsQueries, type InstalledRow } from '../installing/installed-plugins.queries';
import type { InstalledPlugins } from '../plugin-runs.types';
import { pluginsChanged } from '../plugins.notices';
import { InstalledPluginSet } from './installed-plugin-set';
import { NO_PLUGINS } from './no-plugins';
import { PluginCalls } from './plugin-calls';
import { ReadyPlugins } from './ready-plugins';
import { ToolLists } from './tool-lists';

/** Changes are told at once by notices; the time is for those that get lost. */
const LIMITS = { ttlMs: 5 * SECOND_MS, maxFound: 10_000, maxMissing: 1 };

interface BotsPlugins {
  teamId: string;
  plugins: InstalledPlugins;
}

/** The plugins of bots, ready to run: a chat turn asks no database for them. */
@Injectable()
export class BotPlugins {
  private readonly cache: LookupCache<BotsPlugins>;

  constructor(
    private readonly queries: InstalledPluginsQueries,
    private readonly ready: ReadyPlugins,
    private readonly calls: PluginCalls,
    private readonly toolLists: ToolLists,
    private readonly schemas: JsonSchemas,
    notices: Notices,
    clock: Clock,
  ) {
    this.cache = new LookupCache(clock, LIMITS);
    notices.on(pluginsChanged, ({ teamId, botId }) => {
      if (botId !== undefined) this.cache.forgetKey(botId);
      else this.cache.forget((known) => known.teamId === teamId);
    });
    notices.onGap(() => this.cache.clear());
  }

  /** A change may be seen some milliseconds late. */
  async of(teamId: string, botId: string): Promise<InstalledPlugins> {
    const known = await this.cache.get(botId, () => this.read(teamId, botId));
    return known?.teamId === teamId ? known.plugins : NO_PLUGINS;
  }

  private async read(teamId: string, botId: string): Promise<BotsPlugins> {
    const rows = await this.queries.listEnabled(teamId, botId);
    return { teamId, plugins: rows.length === 0 ? NO_PLUGINS : await this.made(rows) };
  }

  private async made(rows: readonly InstalledRow[]): Promise<InstalledPlugins> {
    const installed = await Promise.all(
      rows.map(async (row) => ({ plugin: await this.ready.make(row), key: configuredKey(row) })),
    );
    const { calls, toolLists, schemas } = this;
    return new InstalledPluginSet(installed, { calls, toolLists, schemas });
  }
}

export function configuredKey({ id, updatedAt, plugin }: InstalledRow): string {
  return `${id} ${updatedAt.getTime()} ${plugin.updatedAt.getTime()}`;
}
