import { Injectable } from '@nestjs/common';
import { JsonSchemas } from '#infra/json-schema';
import { AppError } from '#kernel';
import { ToolServers } from '#providers/tool-servers';
import { InstalledPluginsQueries, type InstalledRow } from '../installing/installed-plugins.queries';
import type { PluginTool, PluginTurn } from '../plugin-runs.types';
import { type PluginRow, PluginsQueries } from '../plugins.queries';
import { configuredKey } from './bot-plugins';
import { type InstalledOne, InstalledPluginSet } from './installed-plugin-set';
import { mcpPlugin } from './mcp-plugin';
import { PluginCalls } from './plugin-calls';
import { PluginFault } from './plugin-fault';
import type { ReadyPlugin } from './ready-plugin';
import { ReadyPlugins } from './ready-plugins';
import { ToolLists } from './tool-lists';

/** An MCP server that no plugin stands for. */
export interface NamedToolServer {
  name: string;
  url: string;
  headers: Readonly<Record<string, string>>;
  /** Of it as it is configured now: its tools are remembered by this. */
  key: string;
  timeoutMs: number;
}

export interface ToolSources {
  /** Of the team or the system; those that are gone are told as such. */
  pluginIds: readonly string[];
  servers: readonly NamedToolServer[];
}

export interface ToolSource {
  name: string;
  /** Why none of its tools are there; null when it is well. */
  fault: string | null;
}

export interface CollectedTools {
  /** Names are unique among them all. */
  tools: readonly PluginTool[];
  /** Servers, then plugins, in the order they were asked for in. */
  sources: readonly ToolSource[];
}

/**
 * The tools of plugins and servers outside of chat turns. A plugin is configured as it is installed at the bot of the turn;
 * where it is not, by its defaults.
 */
@Injectable()
export class ToolCollections {
  constructor(
    private readonly plugins: PluginsQueries,
    private readonly installed: InstalledPluginsQueries,
    private readonly ready: ReadyPlugins,
    private readonly toolServers: ToolServers,
    private readonly calls: PluginCalls,
    private readonly toolLists: ToolLists,
    private readonly schemas: JsonSchemas,
  ) {}

  /** Rejects with the reason of an aborted `signal` only, or when the database is down. */
  async collect(turn: PluginTurn, { pluginIds, servers }: ToolSources, signal?: AbortSignal): Promise<CollectedTools> {
    const named = await Promise.all(servers.map((server) => this.serverOf(turn.teamId, server)));
    const rows = await Promise.all(pluginIds.map((id) => this.rowOf(turn, id)));
    const installed = await Promise.all(rows.map((row) => row && this.made(row)));
    const all: readonly (InstalledOne | undefined)[] = [...named, ...installed];
    const { calls, toolLists, schemas } = this;
    const present = all.filter((one) => one !== undefined);
    const faults = new Map<string, string>();
    const set = new InstalledPluginSet(present, { calls, toolLists, schemas });
    const tools = await set.tools(turn, signal, ({ plugin, message }) => faults.set(plugin, message ?? 'It failed.'));
    const sources = all.map(async (one, at) => {
      if (!one) return { name: pluginIds[at - named.length]!, fault: 'There is no such plugin any more.' };
      return { name: one.plugin.name, fault: faults.get(one.plugin.name) ?? (await faultOfIdle(one.plugin)) };
    });
    return { tools, sources: await Promise.all(sources) };
  }

  private async serverOf(teamId: string, server: NamedToolServer): Promise<InstalledOne> {
    const { name, url, headers, key, timeoutMs } = server;
    const described = { name, version: '', circuitKey: `${teamId} ${url}`, healthKey: key, timeoutMs };
    const plugin = mcpPlugin(described, await this.toolServers.at({ url, headers }));
    return { plugin: { ...plugin, listTimeoutMs: timeoutMs }, key };
  }

  private async rowOf({ teamId, botId }: PluginTurn, pluginId: string): Promise<InstalledRow | undefined> {
    const row = botId === null ? undefined : await this.installed.find(botId, pluginId);
    if (row?.isEnabled && row.teamId === teamId) return row;
    const plugin = await this.plugins.find(teamId, pluginId);
    return plugin && byDefault(teamId, plugin);
  }

  private async made(row: InstalledRow): Promise<InstalledOne> {
    return { plugin: await this.ready.make(row), key: configuredKey(row) };
  }
}

/** As if it were installed without a configuration. */
function byDefault(teamId: string, plugin: PluginRow): InstalledRow {
  const { id, createdAt, updatedAt } = plugin;
  const place = { id: `${teamId} ${id}`, teamId, botId: '', pluginId: id };
  return { ...place, isEnabled: true, config: {}, secrets: null, createdAt, updatedAt, plugin };
}

async function faultOfIdle(plugin: ReadyPlugin): Promise<string | null> {
  if (plugin.hasTools) return null;
  try {
    await plugin.tools(new AbortController().signal);
    return 'It has no tools.';
  } catch (error) {
    if (error instanceof PluginFault || error instanceof AppError) return error.message;
    throw error;
  }
}
