/**
 * Every call of a plugin goes through here: it is bounded in time and number, is not made when the plugin seems to be down, and
 * its end is counted. Whatever a plugin does, a call resolves.
 */
import { Injectable, Logger } from '@nestjs/common';
import { Circuit, deadlineIn } from '#infra/http-client';
import { AppError, Clock } from '#kernel';
import type { PluginPhase, RunOutcome } from '../plugin-runs.types';
import type { PluginHealth } from '../plugins.types';
import { PluginFault } from './plugin-fault';
import { countRun } from './plugin-metrics';
import type { ReadyPlugin } from './ready-plugin';

export interface CallEnd<Value> {
  outcome: RunOutcome;
  durationMs: number;
  /** When it is `ok`. */
  value?: Value;
  /** When it is not. */
  message?: string;
}

export interface CallLimits {
  phase: PluginPhase | 'probe';
  timeoutMs: number;
  /** Aborted: the call rejects with its reason. */
  signal?: AbortSignal | undefined;
}

/** Of one plugin of a team, in this process: a slow plugin must not hold all turns of everybody. */
const MAX_AT_A_TIME = 32;
/** Teams with plugins that were called lately. */
const MAX_REMEMBERED = 10_000;

interface Callee {
  circuit: Circuit;
  underWay: number;
}

@Injectable()
export class PluginCalls {
  private readonly logger = new Logger(PluginCalls.name);
  private readonly callees = new Map<string, Callee>();
  private readonly healths = new Map<string, PluginHealth>();

  constructor(private readonly clock: Clock) {}

  /** Rejects with the reason of an aborted `signal` only. */
  async run<Value>(
    plugin: ReadyPlugin,
    limits: CallLimits,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<CallEnd<Value>> {
    limits.signal?.throwIfAborted();
    const startedMs = performance.now();
    const end = await this.outcomeOf(plugin, limits, work);
    const ended = { ...end, durationMs: Math.round(performance.now() - startedMs) };
    countRun(limits.phase, ended.outcome, ended.durationMs);
    if (limits.phase !== 'probe') this.note(plugin.healthKey, ended);
    return ended;
  }

  /** As this process saw it since it began. */
  healthOf(healthKey: string): PluginHealth {
    return this.healths.get(healthKey) ?? { runs: 0, failures: 0, lastRunAt: null, lastError: null };
  }

  private async outcomeOf<Value>(
    plugin: ReadyPlugin,
    limits: CallLimits,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Omit<CallEnd<Value>, 'durationMs'>> {
    if (plugin.circuitKey === undefined) {
      const { isDown: _, ...end } = await this.bounded(limits, work);
      return end;
    }
    const callee = remembered(this.callees, plugin.circuitKey, () => ({
      circuit: new Circuit(this.clock),
      underWay: 0,
    }));
    if (callee.underWay >= MAX_AT_A_TIME) return skipped('Too many calls of this plugin are under way.');
    // A probe is made to see whether it is down.
    const passage = limits.phase === 'probe' ? callee.circuit.enterAnyway() : callee.circuit.enter();
    if (passage === undefined) return skipped('It failed several times in a row, and is left alone for a moment.');
    callee.underWay += 1;
    try {
      const { isDown, ...end } = await this.bounded(limits, work);
      if (isDown) passage.failed();
      else passage.succeeded();
      return end;
    } catch (error) {
      passage.abandoned();
      throw error;
    } finally {
      callee.underWay -= 1;
    }
  }

  private async bounded<Value>(
    { timeoutMs, signal }: CallLimits,
    work: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Omit<CallEnd<Value>, 'durationMs'> & { isDown?: boolean }> {
    const deadline = deadlineIn(timeoutMs, signal);
    try {
      return { outcome: 'ok', value: await Promise.race([work(deadline.signal), aborted(deadline.signal)]) };
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.signal.aborted)
        return { outcome: 'timed_out', message: `No answer came within ${timeoutMs / 1_000} s.`, isDown: true };
      if (error instanceof PluginFault) return { outcome: error.outcome, message: error.message, isDown: error.isDown };
      return { outcome: 'failed', message: this.wordsOf(error) };
    } finally {
      deadline.end();
      deadline.abort();
    }
  }

  private wordsOf(error: unknown): string {
    if (error instanceof AppError) return error.message;
    this.logger.error({ message: 'A plugin failed in a way that nobody expected.', err: error });
    return 'The plugin failed.';
  }

  private note(key: string, { outcome, message }: CallEnd<unknown>): void {
    const health = remembered(this.healths, key, () => ({ runs: 0, failures: 0, lastRunAt: null, lastError: null }));
    health.runs += 1;
    health.lastRunAt = this.clock.now();
    health.lastError = outcome === 'ok' ? null : (message ?? outcome);
    if (outcome !== 'ok') health.failures += 1;
  }
}

function skipped(message: string): { outcome: 'skipped'; message: string } {
  return { outcome: 'skipped', message };
}

/** Those that were asked for last. */
function remembered<Value>(values: Map<string, Value>, key: string, make: () => Value): Value {
  const value = values.get(key) ?? make();
  values.delete(key);
  values.set(key, value);
  for (const oldest of values.keys()) {
    if (values.size <= MAX_REMEMBERED) break;
    values.delete(oldest);
  }
  return value;
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
