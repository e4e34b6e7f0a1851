/** Carries out verdicts in Bull: each is one step in Redis, so that no crash leaves a half of it. */
import { setTimeout as delay } from 'node:timers/promises';
import { SECOND_MS } from '#kernel';
import type { Verdict } from '../queue-driver';
import type { BullQueue, Postponement, TakenJob } from './bull-queue';

/** A verdict that cannot be stored is lost after these tries, and the message is run again when its lock has lapsed. */
const TRIES = 4;
const WAIT_BETWEEN_TRIES_MS = SECOND_MS;

/** Bull's words for a message that is gone, finished, or another worker's: nothing is left to be done with it. */
const NO_LONGER_OURS = /^(Missing key|Missing lock|Lock mismatch|Job \S+ is not in the)/;

/** Stores the verdict. Gives the next message, if `takesNext` and Bull has taken one in the same step. */
export async function storeVerdict(
  queue: BullQueue,
  job: TakenJob,
  verdict: Verdict,
  takesNext: () => boolean,
): Promise<TakenJob | undefined> {
  const runsBefore = job.attemptsMade;
  for (let attempt = 1; ; attempt++) {
    try {
      // Bull counts this run with each try.
      job.attemptsMade = verdict.kind === 'interrupted' ? runsBefore - 1 : runsBefore;
      if (verdict.kind === 'done') return await complete(queue, job, takesNext());
      await fail(job, verdict);
      return undefined;
    } catch (error) {
      if (NO_LONGER_OURS.test((error as Error).message)) return undefined;
      if (attempt === TRIES) throw error;
      // Whoever ends in order waits for it; nothing else is held up.
      await delay(WAIT_BETWEEN_TRIES_MS, undefined, { ref: false });
    }
  }
}

async function complete(queue: BullQueue, job: TakenJob, takesNext: boolean): Promise<TakenJob | undefined> {
  const next = await job.moveToCompleted(undefined, false, !takesNext);
  return (next && queue.nextJobFromJobData(next[0], next[1])) || undefined;
}

async function fail(job: TakenJob, verdict: Exclude<Verdict, { kind: 'done' }>): Promise<void> {
  if (verdict.kind === 'given-up') await job.discard();
  const delayMs = verdict.kind === 'again' ? verdict.delayMs : 0;
  const message = verdict.kind === 'interrupted' ? 'interrupted' : verdict.reason;
  const postponement: Postponement = { message, delayMs };
  await job.moveToFailed(postponement);
}
