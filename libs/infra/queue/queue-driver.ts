/**
 * What a queue technology must do. A driver moves messages and knows nothing of schemas, handlers and kinds of errors:
 * those rules stand in JobRunner and hold for every driver. `queue.contract-suite.ts` is the precise form of this file.
 */
import type { FastifyPluginCallback } from 'fastify';
import type { AnyJob } from './job';

/** Ties what a job logs, and its trace, to the request that put it. */
export interface Origin {
  requestId?: string;
  traceId?: string;
  /** W3C `traceparent` of the span that put it; the run is a part of that trace. */
  traceparent?: string;
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

/** Messages of one job, over all processes. */
export interface QueueDepth {
  /** Due and not taken. */
  waiting: number;
  /** Not due yet, for the first time or after a failed run. */
  delayed: number;
  running: number;
}

/** Also the injection token. */
export abstract class QueueDriver {
  /** Makes ready to send messages of these jobs. */
  abstract start(jobs: readonly AnyJob[]): Promise<void>;

  /** Stores the messages; when it has returned, they survive the end of this process. */
  abstract send(job: AnyJob, messages: readonly Message[]): Promise<void>;

  /** From now on takes messages of `job`, at most `concurrency` at a time, and does with each what `run` says. */
  abstract consume(job: AnyJob, concurrency: number, run: Run): void;

  /** By name of every job it was started with, at most 20 s old. Cheap enough to be asked every few seconds. */
  abstract depths(): Promise<ReadonlyMap<string, QueueDepth>>;

  /**
   * By name of every job that has messages waiting: since when the one is due that waits longest, Unix milliseconds. Of one that is
   * run again it may be the time of its run before. As cheap as `depths`.
   */
  abstract oldestWaiting(): Promise<ReadonlyMap<string, number>>;

  /** Pages for administrators over the queues, to be mounted at a path. Undefined where there are none. */
  async board(_basePath: string): Promise<FastifyPluginCallback | undefined> {
    return undefined;
  }

  /**
   * Calls `listener` when the queue is back after it was away and may have lost what it held. One that keeps its
   * messages through everything never does.
   */
  onReturn(_listener: () => void): void {}

  /** Takes no more messages. Those that run go on, and their verdicts are carried out. */
  abstract stopConsuming(): Promise<void>;

  /** Resolves when no message runs and every verdict has been carried out. */
  abstract idle(): Promise<void>;

  /** Stops everything that runs by itself; call it when idle. Calling it again does nothing. */
  abstract stop(): Promise<void>;
}
