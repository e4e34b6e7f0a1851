import { Injectable } from '@nestjs/common';
import { Database } from '#infra/database';
import { JobQueue } from '#infra/queue';
import { Clock, MINUTE_MS, newId } from '#kernel';
import { sendPasswordReset } from '../jobs/send-password-reset.job';
import { ResetRequestsQueries } from './reset-requests.queries';
import { RESET_TOKEN_LIFETIME_MS } from './reset-tokens';

/** One mail a minute and address, so that nobody's mailbox can be filled by asking. */
const PAUSE_MS = MINUTE_MS;

/** Who asked so long ago has given up or asked again. */
export const REQUEST_LIFETIME_MS = RESET_TOKEN_LIFETIME_MS;

/** The runs of the job, with the waits between them, are over after so long; what waits still has lost its message. */
const RESUME_AFTER_MS = 15 * MINUTE_MS;

/**
 * Asking for a new password. Whether anybody has the address is found out by the job: the request itself does the same
 * for every address, so neither its answer nor its time tells who exists.
 */
@Injectable()
export class ResetRequests {
  constructor(
    private readonly queries: ResetRequestsQueries,
    private readonly jobs: JobQueue,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async request(email: string): Promise<void> {
    const now = this.clock.now();
    await this.database.transaction(async () => {
      const requestId = await this.queries.note(newId(), email, now, this.before(PAUSE_MS));
      if (requestId !== undefined) await this.jobs.enqueue(sendPasswordReset, { requestId });
    });
  }

  /** Puts the jobs again that were lost. */
  async resume(): Promise<void> {
    const waiting = await this.queries.waitingSince(this.before(REQUEST_LIFETIME_MS), this.before(RESUME_AFTER_MS));
    await this.jobs.enqueueAll(
      sendPasswordReset,
      waiting.map((requestId) => ({ requestId })),
    );
  }

  async prune(): Promise<void> {
    await this.queries.prune(this.before(REQUEST_LIFETIME_MS));
  }

  private before(ms: number): Date {
    return new Date(this.clock.nowMs() - ms);
  }
}
