/**
 * What tools remote plugins have, remembered for a minute: a turn asks no server for its list. A list that cannot be had is asked for
 * again after some seconds; until then what was known before is good, if it is not too old.
 */
import { Injectable } from '@nestjs/common';
import { Clock, MINUTE_MS, SECOND_MS } from '#kernel';
import { type CallEnd, PluginCalls } from './plugin-calls';
import type { ReadyPlugin, ReadyTool } from './ready-plugin';

const FRESH_MS = MINUTE_MS;
const RETRY_MS = 15 * SECOND_MS;
const STALE_MS = 10 * MINUTE_MS;
/** A turn waits no longer for tools, whatever the plugin's own limit. */
const MAX_WAIT_MS = 3 * SECOND_MS;
const MAX_REMEMBERED = 2_000;

export interface ToolList {
  tools: readonly ReadyTool[];
  /** Why there are none, or only those of before. */
  fault?: Pick<CallEnd<unknown>, 'outcome' | 'durationMs' | 'message'>;
}

interface Known {
  list: ToolList;
  /** When the tools were had. */
  toolsAtMs: number;
  askAgainAtMs: number;
}

@Injectable()
export class ToolLists {
  private readonly known = new Map<string, Known>();
  private readonly asking = new Map<string, Promise<ToolList>>();

  constructor(
    private readonly calls: PluginCalls,
    private readonly clock: Clock,
  ) {}

  /** @param key of the installation as it is configured now */
  async of(key: string, plugin: ReadyPlugin, signal: AbortSignal | undefined): Promise<ToolList> {
    if (plugin.circuitKey === undefined) return { tools: await plugin.tools(new AbortController().signal) };
    signal?.throwIfAborted();
    const known = this.known.get(key);
    if (known && this.clock.monotonicMs() < known.askAgainAtMs) return known.list;
    // Those who ask together are answered together, so that nobody's leaving ends it.
    const asking = this.asking.get(key) ?? this.ask(key, plugin, known);
    this.asking.set(key, asking);
    return asking.finally(() => this.asking.delete(key));
  }

  private async ask(key: string, plugin: ReadyPlugin, before: Known | undefined): Promise<ToolList> {
    const limits = {
      phase: 'tool' as const,
      timeoutMs: Math.min(plugin.listTimeoutMs ?? MAX_WAIT_MS, plugin.timeoutMs),
    };
    const { value, ...end } = await this.calls.run(plugin, limits, (signal) => plugin.tools(signal));
    const nowMs = this.clock.monotonicMs();
    if (value !== undefined)
      return this.remember(key, { list: { tools: value }, toolsAtMs: nowMs, askAgainAtMs: nowMs + FRESH_MS });
    const isUsable = before !== undefined && nowMs - before.toolsAtMs < STALE_MS;
    const tools = isUsable ? before.list.tools : [];
    const toolsAtMs = before?.toolsAtMs ?? Number.NEGATIVE_INFINITY;
    this.remember(key, { list: { tools, fault: again(end) }, toolsAtMs, askAgainAtMs: nowMs + RETRY_MS });
    return { tools, fault: end };
  }

  private remember(key: string, known: Known): ToolList {
    this.known.delete(key);
    this.known.set(key, known);
    for (const oldest of this.known.keys()) {
      if (this.known.size <= MAX_REMEMBERED) break;
      this.known.delete(oldest);
    }
    return known.list;
  }
}

/** As those are told who come before it is asked again. */
function again({ message = '' }: CallEnd<unknown>): NonNullable<ToolList['fault']> {
  return {
    outcome: 'skipped',
    durationMs: 0,
    message: `Its tools could not be listed a moment ago. ${message}`.trim(),
  };
}
