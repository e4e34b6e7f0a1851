import { Injectable } from '@nestjs/common';
import { defineDeadline } from '#infra/deadlines';
import { AddressGuard, deadlineIn, failureOf, readBody, signatureHeaders, timedOut } from '#infra/http-client';
import { JobQueue } from '#infra/queue';
import { AppError, after, Clock, HOUR_MS, MINUTE_MS, SECOND_MS } from '#kernel';
import { agentLoopCompleted } from '../agents.events';
import { sendCallback } from '../jobs/send-callback.job';
import { LoopSecrets } from '../loops/loop-secrets';
import { callbackBody } from './callback-body';
import { CallbacksQueries, type ClaimedCallback } from './callbacks.queries';

const TIMEOUT_MS = 10 * SECOND_MS;
/** Longer than an attempt takes: whoever began it and has not told its end by then is dead. */
const ATTEMPT_LEASE_MS = 30 * SECOND_MS;
/** After each attempt that failed; then it is given up. */
const PAUSES_MS = [5 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS] as const;
/** Nobody reads what receivers say beside their status. */
const MAX_READ_BYTES = 16 * 1024;
const GONE = 410;
const SWEPT_AT_ONCE = 1_000;

const waiting = { table: 'agent_execution', column: 'callback_due_at' } as const;
/** The first attempt is due at once: later only by the clock of a process that is ahead of others. */
defineDeadline({ ...waiting, where: "callback_state = 'waiting' and callback_attempts = 0", longestMs: SECOND_MS });
defineDeadline({ ...waiting, where: "callback_state = 'waiting'", longestMs: Math.max(...PAUSES_MS) });

type Attempt = { isDelivered: true } | { isDelivered: false; error: string; isFinal: boolean };

/** Tells callbacks what came of executions, at least once. */
@Injectable()
export class CallbackSending {
  constructor(
    private readonly queries: CallbacksQueries,
    private readonly secrets: LoopSecrets,
    private readonly guard: AddressGuard,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** One attempt, if it is due. What became of it stands on the row. @throws the reason of an aborted signal */
  async send(executionId: string, signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const claimed = await this.queries.claim(executionId, now, after(now, ATTEMPT_LEASE_MS));
    if (!claimed) return;
    const attempt = await this.attempt(claimed, signal);
    await this.queries.ended(executionId, claimed.attempts, this.endOf(attempt, claimed.attempts));
  }

  /** Those that are due: lost, cut off, or to be tried again. */
  async sweep(): Promise<void> {
    const ids = await this.queries.due(this.clock.now(), SWEPT_AT_ONCE);
    await this.jobs.enqueueAll(
      sendCallback,
      ids.map((executionId) => ({ executionId })),
    );
  }

  private async attempt(claimed: ClaimedCallback, signal: AbortSignal): Promise<Attempt> {
    if (claimed.url === null) return { isDelivered: false, error: 'The loop has no callback any more.', isFinal: true };
    const deadline = deadlineIn(TIMEOUT_MS, signal);
    try {
      const { headers, body } = this.requestOf(claimed);
      const answer = await this.guard.request(claimed.url, { method: 'POST', headers, body, signal: deadline.signal });
      await readBody(answer.body, { maxBytes: MAX_READ_BYTES, timeoutMs: 2 * SECOND_MS });
      if (answer.status >= 200 && answer.status < 300) return { isDelivered: true };
      return { isDelivered: false, error: refusalText(answer.status), isFinal: answer.status === GONE };
    } catch (error) {
      signal.throwIfAborted();
      const failure = deadline.signal.aborted ? timedOut(TIMEOUT_MS) : failureOf(error);
      // Secrets that do not open any more tell so themselves.
      return { isDelivered: false, error: error instanceof AppError ? error.message : failure.error, isFinal: false };
    } finally {
      deadline.end();
    }
  }

  private requestOf({ execution, loopName, secret, headerSecrets }: ClaimedCallback) {
    const { id, loopId } = execution;
    const body = callbackBody(loopName, execution);
    const timestampS = Math.floor(this.clock.nowMs() / SECOND_MS);
    const own: Record<string, string> = {
      'Content-Type': 'application/json',
      'User-Agent': 'ChatbotPlatform/1.0',
      'X-Webhook-Event': agentLoopCompleted.name,
      'X-Webhook-Id': id,
      'X-Webhook-Timestamp': String(timestampS),
      ...signatureHeaders({ id, timestampS, body, secrets: [this.secrets.openSigning(loopId, secret)] }),
    };
    const taken = new Set(Object.keys(own).map((name) => name.toLowerCase()));
    const given = Object.entries(this.secrets.openHeaders(loopId, headerSecrets).callback);
    return {
      body,
      headers: { ...Object.fromEntries(given.filter(([name]) => !taken.has(name.toLowerCase()))), ...own },
    };
  }

  private endOf(attempt: Attempt, attempts: number) {
    if (attempt.isDelivered) return { state: 'delivered', dueAt: null, error: null } as const;
    const { error, isFinal } = attempt;
    const pauseMs = PAUSES_MS[attempts - 1];
    if (isFinal || pauseMs === undefined) return { state: 'failed', dueAt: null, error } as const;
    return { state: 'waiting', dueAt: after(this.clock.now(), pauseMs), error } as const;
  }
}

function refusalText(status: number): string {
  const isRedirect = status >= 300 && status < 400;
  return `The receiver answered with status ${status}${isRedirect ? '; redirects are not followed' : ''}.`;
}
