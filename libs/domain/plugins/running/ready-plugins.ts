import { Injectable } from '@nestjs/common';
import { AppError } from '#kernel';
import { ToolServers } from '#providers/tool-servers';
import { BuiltIns } from '../builtin/builtins';
import type { InstalledRow } from '../installing/installed-plugins.queries';
import { effectiveConfig, missingOptions } from '../manifest/plugin-config';
import { headersIn } from '../manifest/request-headers';
import { PluginSecrets } from '../plugin-secrets';
import { PLUGIN_LIMITS, type Plugin, type PluginConfig } from '../plugins.types';
import { shownPlugin } from '../shown-plugin';
import { builtinPlugin } from './builtin-plugin';
import { HttpCalls } from './http-call';
import { httpPlugin } from './http-plugin';
import { type Described, idlePlugin, NO_ENTRY_POINT } from './idle-plugin';
import { mcpPlugin } from './mcp-plugin';
import { PluginFault } from './plugin-fault';
import type { ReadyPlugin } from './ready-plugin';

/** Makes plugins that can run from rows. None makes a connection. */
@Injectable()
export class ReadyPlugins {
  constructor(
    private readonly builtIns: BuiltIns,
    private readonly secrets: PluginSecrets,
    private readonly calls: HttpCalls,
    private readonly toolServers: ToolServers,
  ) {}

  /** What cannot run is told by its runs and its status, and fails nothing. */
  async make(row: InstalledRow): Promise<ReadyPlugin> {
    const plugin = shownPlugin(row.plugin, this.builtIns);
    const described = {
      name: plugin.name,
      version: plugin.version,
      circuitKey: `${plugin.id} ${row.teamId}`,
      healthKey: row.id,
      timeoutMs: plugin.timeoutMs ?? PLUGIN_LIMITS.timeoutMs.default,
      hooks: plugin.hooks,
    };
    try {
      const config = effectiveConfig(plugin, row.config, this.secrets.openConfig(row.id, row.secrets));
      requireWhole(plugin, config);
      return await this.ofKind(row, plugin, described, config);
    } catch (error) {
      return idlePlugin(described, faultOf(error));
    }
  }

  private async ofKind(
    row: InstalledRow,
    { kind, entryPoint, tools }: Plugin,
    described: Described,
    config: PluginConfig,
  ): Promise<ReadyPlugin> {
    const builtIn = kind === 'builtin' ? this.builtIns.find(entryPoint ?? '') : undefined;
    if (builtIn) return builtinPlugin(described, await builtIn.start(config));
    if (kind === 'none' || entryPoint === null) throw new PluginFault(NO_ENTRY_POINT, 'skipped');
    if (kind === 'mcp')
      return mcpPlugin(described, await this.toolServers.at({ url: entryPoint, headers: headersIn(config.headers) }));
    const secrets = row.plugin.secret === null ? [] : [this.secrets.openSigning(row.plugin.id, row.plugin.secret)];
    return httpPlugin(
      { ...described, address: { url: entryPoint, secrets }, config, toolDescriptions: tools },
      this.calls,
    );
  }
}

function requireWhole(plugin: Plugin, config: PluginConfig): void {
  const missing = plugin.kind === 'none' ? [] : missingOptions(plugin, config);
  if (missing.length > 0) throw new PluginFault(`Its configuration lacks ${missing.join(', ')}.`);
}

/** Of secrets that do not open any more, their words. */
function faultOf(error: unknown): PluginFault {
  if (error instanceof PluginFault) return error;
  if (error instanceof AppError) return new PluginFault(error.message);
  throw error;
}
