/**
 * What a queue technology must do. A driver moves messages and knows nothing of schemas, handlers and kinds of errors:
 * those rules stand in JobRunner and hold for every driver. `queue.contract-suite.ts` is the precise form of this file.
 */
import type { AnyJob } from './job';

/** Ties the lines that a job logs to the request that put it. */
export interface Origin {
  requestId?: string;
  traceId?: string;
}

export interface Message {
  /** A UUID. A message whose id the queue has seen, within two periods of a scheduled job, is dropped. */
  id?: string;
  /** Any JSON value. */
  payload: unknown;
  delayMs: number;
  /** Dropped while another of this key waits for its first run. */
  dedupeKey?: string;
  origin: Origin;
}

/** A message that was taken to be run. */
export interface Delivery {
  id: string;
  payload: unknown;
  origin: Origin;
  /** 1 plus the runs that ended in `again`. */
  attempt: number;
  /** Aborted when the queue has given the message to another worker, e.g. because this one seemed dead. */
  claimLost: AbortSignal;
}

/** What becomes of a message after its run. */
export type Verdict =
  | { kind: 'done' }
  | { kind: 'again'; delayMs: number; reason: string }
  | { kind: 'given-up'; reason: string }
  /** The worker stops: run it again, here or elsewhere, as if it had not been taken. */
  | { kind: 'interrupted' };

/** Never rejects. */
export type Run = (delivery: Delivery) => Promise<Verdict>;

/** Also the injection token. */
export abstract class QueueDriver {
  /** Makes ready to send messages of these jobs. */
  abstract start(jobs: readonly AnyJob[]): Promise<void>;

  /** Stores the messages; when it has returned, they survive the end of this process. */
  abstract send(job: AnyJob, messages: readonly Message[]): Promise<void>;

  /** From now on takes messages of `job`, at most `concurrency` at a time, and does with each what `run` says. */
  abstract consume(job: AnyJob, concurrency: number, run: Run): void;

  /** Takes no more messages. Those that run go on, and their verdicts are carried out. */
  abstract stopConsuming(): Promise<void>;

  /** Resolves when no message runs and every verdict has been carried out. */
  abstract idle(): Promise<void>;

  /** Stops everything that runs by itself; call it when idle. Calling it again does nothing. */
  abstract stop(): Promise<void>;
}
