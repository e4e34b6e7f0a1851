import { setTimeout as after } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Sealer } from '#infra/secrets';
import { Clock, newId } from '#kernel';
import { HeldExecutions } from './held-executions';
import { idempotencyErrors } from './idempotency.errors';
import { IdempotentRequestQueries, type IdempotentRequestRow } from './idempotent-requests.queries';
import type { Execution, KeyedRequest, RecordedAnswer, Replay } from './idempotent-requests.types';
import { FIRST_LOOK_MS, KEPT_MS, LEASE_MS, LONGEST_LOOK_MS, RETRY_AFTER_MS, WAIT_LIMIT_MS } from './request-times';

/** Longer answers are not kept; that the request was executed is. */
export const MAX_ANSWER_BYTES = 1024 * 1024;

/** Executes a request that names a key once, over all processes, and tells its answer again. `README.md` has the states. */
@Injectable()
export class IdempotentRequests {
  private readonly logger = new Logger(IdempotentRequests.name);

  constructor(
    private readonly queries: IdempotentRequestQueries,
    private readonly held: HeldExecutions,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /**
   * The right to execute, or what was answered; waits for another execution of the same.
   *
   * @param over ends the waiting
   * @throws AppError `idempotency.*`
   */
  async begin(request: KeyedRequest, over: AbortSignal): Promise<Execution | Replay> {
    const mine: Execution = { id: newId(), claimId: newId() };
    let waitedMs = 0;
    for (let lookMs = FIRST_LOOK_MS; ; lookMs = Math.min(2 * lookMs, LONGEST_LOOK_MS)) {
      const row = await this.claim(request, mine);
      if (row?.claimId === mine.claimId) return this.hold({ id: row.id, claimId: row.claimId });
      if (row && !isSame(row, request)) throw idempotencyErrors.key_reused();
      if (row?.settledAt) return this.replay(row);
      if (waitedMs >= WAIT_LIMIT_MS || over.aborted)
        throw idempotencyErrors.in_progress({ retryAfterMs: RETRY_AFTER_MS });
      await after(lookMs, undefined, { signal: over }).catch(() => undefined);
      waitedMs += lookMs;
    }
  }

  /**
   * Never rejects: the caller gets the answer all the same.
   *
   * @param answer undefined when it is too large to be kept
   */
  async settle(execution: Execution, bodyDigest: Buffer, answer: RecordedAnswer | undefined): Promise<void> {
    const sealed = answer ? this.sealed(execution, answer) : null;
    await this.end(execution, async () => {
      const isMine = await this.queries.settle(execution, { bodyDigest, answer: sealed, at: this.clock.now() });
      if (!isMine)
        this.logger.warn('A request with an Idempotency-Key was executed again while it took too long here.');
    });
  }

  /** Nothing was executed: the key may be used for another request. Never rejects. */
  forget(execution: Execution): Promise<void> {
    return this.end(execution, () => this.queries.forget(execution));
  }

  /** It failed, and may be executed again at once under the same id. Never rejects. */
  giveUp(execution: Execution): Promise<void> {
    return this.end(execution, () => this.queries.giveUp(execution, this.clock.now()));
  }

  private claim(request: KeyedRequest, execution: Execution): Promise<IdempotentRequestRow | undefined> {
    const now = this.clock.now();
    return this.queries.claim({
      ...request,
      ...execution,
      now,
      leasedUntil: new Date(now.getTime() + LEASE_MS),
      forgottenBefore: new Date(now.getTime() - KEPT_MS),
    });
  }

  private hold(execution: Execution): Execution {
    this.held.add(execution);
    return execution;
  }

  private async end(execution: Execution, write: () => Promise<void>): Promise<void> {
    this.held.remove(execution);
    try {
      await write();
    } catch (error) {
      this.logger.warn({ message: 'The end of a request with an Idempotency-Key could not be stored.', err: error });
    }
  }

  private sealed(execution: Execution, answer: RecordedAnswer): Buffer | null {
    const text = JSON.stringify(answer);
    return Buffer.byteLength(text) > MAX_ANSWER_BYTES ? null : this.sealer.seal(text, contextOf(execution));
  }

  private replay(row: IdempotentRequestRow): Replay {
    if (!row.answer || !row.bodyDigest) throw idempotencyErrors.answer_not_kept();
    const answer = JSON.parse(this.sealer.open(row.answer, contextOf(row))) as RecordedAnswer;
    return { answer, bodyDigest: row.bodyDigest };
  }
}

export function isReplay(begun: Execution | Replay): begun is Replay {
  return 'answer' in begun;
}

function contextOf({ id }: Pick<Execution, 'id'>): string {
  return `idempotent_request.answer:${id}`;
}

/** As far as is known yet: a body that is still arriving may be any. */
function isSame(row: IdempotentRequestRow, { targetDigest, bodyDigest }: KeyedRequest): boolean {
  if (!row.targetDigest.equals(targetDigest)) return false;
  return row.bodyDigest === null || bodyDigest === undefined || row.bodyDigest.equals(bodyDigest);
}
