/**
 * Every call of a back-end goes through here: it is bounded in time and number, is not made when the back-end seems to be down,
 * and its end is counted. Whatever a back-end does, a call resolves.
 */
import { Injectable, Logger } from '@nestjs/common';
import { Circuit, deadlineIn } from '#infra/http-client';
import { Clock } from '#kernel';
import type { Integration, IntegrationHealth } from '../integrations.types';
import type { BackEndAnswer, BackEndEnd } from './back-end.types';
import { BackEndFault } from './back-end-fault';
import { countCall } from './integration-metrics';

export type Callee = Pick<Integration, 'id' | 'kind' | 'webhookUrl' | 'timeoutMs'>;

export interface CallOptions {
  /** Aborted: the call rejects with its reason. */
  signal?: AbortSignal | undefined;
  /** Made even when it seems to be down, to see whether it is. */
  isTrial?: boolean;
}

/** Of one integration, in this process: a slow back-end must not hold everything. As many as connections to one origin. */
const MAX_AT_A_TIME = 256;
/** Integrations that were called lately. */
const MAX_REMEMBERED = 10_000;

interface Known {
  /** A circuit is of an address: another one begins anew. */
  address: string | null;
  circuit: Circuit;
  underWay: number;
  calls: number;
  failures: number;
  lastCalledAt: Date | null;
  lastLatencyMs: number | null;
  lastError: string | null;
}

type Failed = Extract<BackEndEnd, { ok: false }>;

@Injectable()
export class IntegrationCalls {
  private readonly logger = new Logger(IntegrationCalls.name);
  private readonly callees = new Map<string, Known>();

  constructor(private readonly clock: Clock) {}

  /** Rejects with the reason of an aborted `signal` only. */
  async run(
    callee: Callee,
    { signal, isTrial = false }: CallOptions,
    work: (signal: AbortSignal) => Promise<BackEndAnswer>,
  ): Promise<BackEndEnd> {
    signal?.throwIfAborted();
    const known = this.known(callee);
    if (known.underWay >= MAX_AT_A_TIME) return notCalled('Too many calls of this integration are under way.');
    const passage = isTrial ? known.circuit.enterAnyway() : known.circuit.enter();
    if (passage === undefined) return notCalled('It failed several times in a row, and is left alone for a moment.');
    known.underWay += 1;
    try {
      const { end, fault } = await this.bounded(callee, signal, work);
      if (fault?.isDown) passage.failed(fault.retryAfterMs);
      else passage.succeeded();
      this.note(callee, end.ok ? end : { ...end, error: end.error });
      return end;
    } catch (error) {
      passage.abandoned();
      throw error;
    } finally {
      known.underWay -= 1;
    }
  }

  /** For calls that are made elsewhere, and for those of `run`. */
  note(callee: Callee, { latencyMs, error }: { latencyMs: number; error?: string }): void {
    const known = this.known(callee);
    known.calls += 1;
    known.lastCalledAt = this.clock.now();
    known.lastLatencyMs = latencyMs;
    known.lastError = error ?? null;
    if (error !== undefined) known.failures += 1;
    countCall(callee.kind, error === undefined ? 'ok' : 'failed', latencyMs);
  }

  healthOf({ id, webhookUrl }: Pick<Integration, 'id' | 'webhookUrl'>): IntegrationHealth {
    const known = this.callees.get(id);
    if (known === undefined || known.address !== webhookUrl) return untried(id);
    const { circuit, calls, failures, lastCalledAt, lastLatencyMs, lastError } = known;
    const { pausedUntilMs } = circuit;
    return {
      integrationId: id,
      state: calls === 0 ? 'untried' : lastError === null ? 'ready' : 'failing',
      circuit: circuit.state,
      pausedUntil: pausedUntilMs === undefined ? null : new Date(pausedUntilMs),
      ...{ calls, failures, lastCalledAt, lastLatencyMs, lastError },
    };
  }

  private async bounded(
    { timeoutMs }: Callee,
    signal: AbortSignal | undefined,
    work: (signal: AbortSignal) => Promise<BackEndAnswer>,
  ): Promise<{ end: BackEndEnd; fault?: BackEndFault }> {
    const startedMs = performance.now();
    const took = () => Math.round(performance.now() - startedMs);
    const deadline = deadlineIn(timeoutMs, signal);
    try {
      const answer = await Promise.race([work(deadline.signal), aborted(deadline.signal)]);
      return { end: { ok: true, answer, latencyMs: took() } };
    } catch (error) {
      signal?.throwIfAborted();
      const fault = this.faultOf(error, deadline.signal.aborted ? timeoutMs : undefined);
      return { end: failed(fault, took()), fault };
    } finally {
      deadline.end();
      deadline.abort();
    }
  }

  /** @param timeoutMs when the time is over */
  private faultOf(error: unknown, timeoutMs: number | undefined): BackEndFault {
    if (timeoutMs !== undefined)
      return new BackEndFault(`No answer came within ${timeoutMs / 1_000} s.`, { isDown: true });
    if (error instanceof BackEndFault) return error;
    this.logger.error({ message: 'A back-end failed in a way that nobody expected.', err: error });
    return new BackEndFault('The back-end failed.');
  }

  private known({ id, webhookUrl }: Callee): Known {
    const before = this.callees.get(id);
    const known = before?.address === webhookUrl ? before : newcomer(webhookUrl, this.clock);
    this.callees.delete(id);
    this.callees.set(id, known);
    for (const oldest of this.callees.keys()) {
      if (this.callees.size <= MAX_REMEMBERED) break;
      this.callees.delete(oldest);
    }
    return known;
  }
}

function newcomer(address: string | null, clock: Clock): Known {
  const silent = { lastCalledAt: null, lastLatencyMs: null, lastError: null };
  return { address, circuit: new Circuit(clock), underWay: 0, calls: 0, failures: 0, ...silent };
}

function untried(integrationId: string): IntegrationHealth {
  const never = { calls: 0, failures: 0, lastCalledAt: null, lastLatencyMs: null, lastError: null };
  return { integrationId, state: 'untried', circuit: 'closed', pausedUntil: null, ...never };
}

function failed({ message: error, statusCode }: BackEndFault, latencyMs: number): Failed {
  return { ok: false, error, statusCode, latencyMs, wasCalled: true };
}

function notCalled(error: string): Failed {
  return { ok: false, error, statusCode: null, latencyMs: 0, wasCalled: false };
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
