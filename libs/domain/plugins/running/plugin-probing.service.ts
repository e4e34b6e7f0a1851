import { Injectable } from '@nestjs/common';
import { LookupCache } from '#infra/caching';
import { type Actor, Clock, SECOND_MS } from '#kernel';
import type { InstalledRow } from '../installing/installed-plugins.queries';
import { PluginInstallation } from '../installing/plugin-installation.service';
import type { PluginStatus } from '../plugins.types';
import { configuredKey } from './bot-plugins';
import { PluginCalls } from './plugin-calls';
import { ReadyPlugins } from './ready-plugins';

/** Who looks again and again does not call the plugin each time. */
const LIMITS = { ttlMs: 10 * SECOND_MS, maxFound: 1_000, maxMissing: 1 };
/** Whoever looks waits no longer, whatever the plugin's own limit. */
const MAX_WAIT_MS = 10 * SECOND_MS;

interface Probe {
  /** Null when it works. */
  fault: string | null;
  checkedAt: Date;
}

/** Tells whether an installed plugin works, by asking it. */
@Injectable()
export class PluginProbing {
  private readonly probes: LookupCache<Probe>;

  constructor(
    private readonly installation: PluginInstallation,
    private readonly ready: ReadyPlugins,
    private readonly calls: PluginCalls,
    private readonly clock: Clock,
  ) {
    this.probes = new LookupCache(clock, LIMITS);
  }

  /** @throws AppError `bots.not_found`, `plugins.not_installed` */
  async status(actor: Actor, botId: string, pluginId: string): Promise<PluginStatus> {
    const row = await this.installation.get(actor, botId, pluginId);
    const health = { ...this.calls.healthOf(row.id) };
    const about = { botId, pluginId: row.pluginId, isEnabled: row.isEnabled, version: row.plugin.version, health };
    if (!row.isEnabled)
      return { ...about, status: 'disabled', lastError: health.lastError, checkedAt: this.clock.now() };
    const probe = await this.probes.get(configuredKey(row), () => this.probe(row));
    const { fault, checkedAt } = probe!;
    return { ...about, status: fault === null ? 'active' : 'error', lastError: fault ?? health.lastError, checkedAt };
  }

  private async probe(row: InstalledRow): Promise<Probe> {
    const plugin = await this.ready.make(row);
    const limits = { phase: 'probe' as const, timeoutMs: Math.min(MAX_WAIT_MS, plugin.timeoutMs) };
    const { outcome, message } = await this.calls.run(plugin, limits, (signal) => plugin.probe(signal));
    return { fault: outcome === 'ok' ? null : (message ?? outcome), checkedAt: this.clock.now() };
  }
}
