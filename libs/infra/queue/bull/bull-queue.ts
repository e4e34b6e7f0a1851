import type { Job, Queue, QueueOptions } from 'bull';
import type { Origin } from '../queue-driver';

/** The data of a Bull job. */
export interface StoredMessage {
  payload: unknown;
  origin: Origin;
}

export type TakenJob = Job<StoredMessage>;

/** A custom delay of one job, told with the failure that causes it. */
export const DELAY_OF_VERDICT = 'verdict';

/** What a run that is to be repeated ends with: Bull keeps the message and asks its strategy for the delay. */
export interface Postponement {
  message: string;
  delayMs: number;
}

/** What Bull's own worker is made of. Bull has these, and its types do not name them. */
export interface BullQueue extends Queue<StoredMessage> {
  /** When the next delayed job is due, as far as this process knows; Unix milliseconds. */
  delayedTimestamp: number;
  delayTimer: NodeJS.Timeout | undefined;
  /** Makes delayed jobs wait that are due, and comes back when the next one is; at least every 5 s, until `close`. */
  updateDelayTimer(): Promise<void>;
  /** Makes jobs wait again whose worker has let its lock lapse; over all processes once per `stalledInterval`. */
  moveUnlockedJobsToWait(): Promise<void>;
  /** Takes and locks the job that waits longest, in one step. */
  moveToActive(): Promise<TakenJob | null>;
  /** Makes a job of what `moveToCompleted` has taken. */
  nextJobFromJobData(data: unknown, jobId: string | number): TakenJob | null;
}

export type MakeQueue = (name: string, options: QueueOptions) => BullQueue;

/** Bull is loaded only where it carries the jobs: a start without Redis is a tenth of a second shorter. */
export async function loadBull(): Promise<MakeQueue> {
  const { default: Bull } = await import('bull');
  return (name, options) => new Bull<StoredMessage>(name, { ...options, ...SKIP_VERSION_CHECK }) as BullQueue;
}

/** Not among the types; the check would cost every queue a statement. */
const SKIP_VERSION_CHECK = { skipVersionCheck: true };

export function backoffOf(_attemptsMade: number, { delayMs = 0 }: Partial<Postponement>): number {
  return delayMs;
}
