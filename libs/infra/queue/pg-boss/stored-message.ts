import type { Job } from 'pg-boss';
import type { Origin } from '../queue-driver';

/** The data of a pg-boss job. */
export interface StoredMessage {
  payload: unknown;
  origin: Origin;
  /** Runs that ended in `again`; pg-boss counts those that were cut off as well. */
  failures: number;
}

export type TakenJob = Job<StoredMessage>;
