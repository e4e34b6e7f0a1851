/**
 * The queue in Redis, by Bull 4, one Bull queue for each job under `<key prefix>:bull`. Redis may be away at any time and
 * come back empty: then sending fails within a second, consumers go on as soon as it is back, and what was lost is
 * brought back by the sweeps, which the scheduler puts again when `onReturn` tells it.
 */
import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import type { JobOptions } from 'bull';
import type { FastifyPluginCallback } from 'fastify';
import type { ChainableCommander, Redis } from 'ioredis';
import { RedisConnections, TroubleLog } from '#infra/redis';
import { HOUR_MS, newId, SECOND_MS } from '#kernel';
import type { AnyJob } from '../job';
import { type Message, type QueueDepth, QueueDriver, type Run } from '../queue-driver';
import { type BullQueue, backoffOf, DELAY_OF_VERDICT, loadBull, type MakeQueue } from './bull-queue';
import { BullSignals } from './bull-signals';
import { boardOver } from './queue-board';
import { QueueConsumer } from './queue-consumer';

/** Runs that may be cut off by the end of their process, over and above the attempts of the job. */
const INTERRUPTIONS = 5;
/** Messages that were given up are kept so long, for whoever looks for what happened; no more than so many of a job. */
const KEEP_MS = HOUR_MS;
const KEEP_MESSAGES = 1_000;
/** A key that no run has freed, because its message was lost, frees itself so long after the message was due. */
const DEDUPE_MS = HOUR_MS;
/** Messages in one transaction of Redis, which serves nobody else meanwhile: about 20 ms. */
const BATCH = 500;
/** A connection that was lost just now is given so long to come back. */
const PATIENCE_MS = 500;

export interface BullTimes {
  lockMs: number;
  stalledCheckMs: number;
  /** Everything is signalled, so this only finds what a lost signal told of. */
  pollMs: number;
}

const TIMES: BullTimes = { lockMs: 30 * SECOND_MS, stalledCheckMs: 15 * SECOND_MS, pollMs: 5 * SECOND_MS };

export class BullDriver extends QueueDriver {
  private readonly logger = new Logger(BullDriver.name);
  private readonly trouble = new TroubleLog(this.logger, 'Trouble with the queue.', 'The queue works again.');
  private readonly queues = new Map<string, BullQueue>();
  private readonly consumers = new Map<string, QueueConsumer>();
  private readonly returnListeners: Array<() => void> = [];
  private readonly prefix: string;
  private readonly client: Redis;
  private signals: BullSignals | undefined;
  private awaySinceMs: number | undefined;
  private stopped: Promise<void> | undefined;

  constructor(
    private readonly connections: RedisConnections,
    private readonly times: BullTimes = TIMES,
  ) {
    super();
    this.prefix = connections.key('bull');
    this.client = connections.open('queue');
    // Each queue listens to the connection that they share.
    this.client.setMaxListeners(0);
    this.client.on('close', () => {
      this.awaySinceMs ??= performance.now();
    });
    this.client.on('ready', () => this.comeBack());
  }

  /** Needs no Redis, because queues come into being with their first message; but waits a moment for it. */
  async start(jobs: readonly AnyJob[]): Promise<void> {
    const makeQueue = await loadBull();
    for (const { name } of jobs) this.queues.set(name, this.open(name, makeQueue));
    await this.connected();
  }

  /** Sends once more when the connection broke meanwhile: of one id the queue keeps one. */
  async send(job: AnyJob, messages: readonly Message[]): Promise<void> {
    const queue = this.queueOf(job.name);
    const added = messages.map((message) => ({
      data: { payload: message.payload, origin: message.origin },
      opts: optionsOf(job, message),
    }));
    await this.connected();
    try {
      await addAll(queue, added);
    } catch (error) {
      const hasBroken = !this.isConnected;
      if (!hasBroken || !(await this.connected())) throw error;
      await addAll(queue, added);
    }
  }

  consume(job: AnyJob, concurrency: number, run: Run): void {
    const queue = this.queueOf(job.name);
    const consumer = new QueueConsumer(queue, {
      ...this.times,
      concurrency,
      run,
      onTrouble: (error) => this.trouble.tell(error),
      wakeAll: () => this.wakeAll(job.name),
    });
    this.consumers.set(job.name, consumer);
    this.signals ??= new BullSignals(this.connections.open('subscriber'), this.prefix);
    this.signals.on(job.name, {
      waiting: () => consumer.wake(),
      delayed: (atMs) => consumer.delayed(atMs),
      missed: () => consumer.lookAgain(),
    });
  }

  /** One round trip. */
  async depths(): Promise<ReadonlyMap<string, QueueDepth>> {
    const pipeline = this.client.pipeline();
    for (const queue of this.queues.values()) {
      pipeline.llen(queue.toKey('wait')).zcard(queue.toKey('delayed')).llen(queue.toKey('active'));
    }
    const answers = (await pipeline.exec()) ?? [];
    const counts = answers.map(([error, count]) => {
      if (error) throw error;
      return Number(count);
    });
    const depthAt = (at: number) => ({ waiting: counts[at]!, delayed: counts[at + 1]!, running: counts[at + 2]! });
    return new Map([...this.queues.keys()].map((name, index) => [name, depthAt(index * 3)]));
  }

  /** Two round trips, one where nothing waits. The next to be taken stands at the end of its list. */
  async oldestWaiting(): Promise<ReadonlyMap<string, number>> {
    const queues = [...this.queues.values()];
    const ids = await this.asked(queues, (pipeline, queue) => pipeline.lindex(queue.toKey('wait'), -1));
    const waiting = queues.flatMap((queue, at) => (ids[at] ? [{ queue, id: ids[at] as string }] : []));
    const times = await this.asked(waiting, (pipeline, { queue, id }) =>
      pipeline.hmget(queue.toKey(id), 'timestamp', 'delay', 'processedOn'),
    );
    return new Map(waiting.map(({ queue }, at) => [queue.name, dueAtOf(times[at] as Array<string | null>)]));
  }

  override board(basePath: string): Promise<FastifyPluginCallback> {
    return boardOver(this.queues.values(), basePath);
  }

  override onReturn(listener: () => void): void {
    this.returnListeners.push(listener);
  }

  async stopConsuming(): Promise<void> {
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.idle()));
  }

  stop(): Promise<void> {
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async asked<T>(
    subjects: readonly T[],
    ask: (pipeline: ChainableCommander, subject: T) => void,
  ): Promise<unknown[]> {
    if (subjects.length === 0) return [];
    const pipeline = this.client.pipeline();
    for (const subject of subjects) ask(pipeline, subject);
    return ((await pipeline.exec()) ?? []).map(([error, answer]) => {
      if (error) throw error;
      return answer;
    });
  }

  private async end(): Promise<void> {
    await this.stopConsuming();
    for (const consumer of this.consumers.values()) consumer.abandon();
    await Promise.all([...this.queues.values()].map((queue) => queue.close(true)));
    this.signals?.close();
    this.client.disconnect();
    // What that cuts off has failed when the connection has ended, and Bull then sets its timer once more.
    if (this.client.status !== 'end')
      await once(this.client, 'end', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    for (const { delayTimer } of this.queues.values()) clearTimeout(delayTimer);
  }

  private open(name: string, makeQueue: MakeQueue): BullQueue {
    const queue = makeQueue(name, {
      prefix: this.prefix,
      createClient: () => this.client,
      settings: {
        lockDuration: this.times.lockMs,
        stalledInterval: this.times.stalledCheckMs,
        maxStalledCount: INTERRUPTIONS,
        backoffStrategies: { [DELAY_OF_VERDICT]: backoffOf },
      },
    });
    queue.on('error', (error) => this.trouble.tell(error));
    return queue;
  }

  private queueOf(name: string): BullQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`The queue was not started with the job ${name}.`);
    return queue;
  }

  /** Waits for a connection that was lost just now. One that is away for longer fails at once, as all commands do. */
  private async connected(): Promise<boolean> {
    const awayMs = this.awaySinceMs === undefined ? 0 : performance.now() - this.awaySinceMs;
    if (!this.isConnected && awayMs <= PATIENCE_MS) {
      await once(this.client, 'ready', { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
    }
    return this.isConnected;
  }

  /** The end of the socket is known a little before the connection counts as closed. */
  private get isConnected(): boolean {
    return this.client.status === 'ready' && this.client.stream.writable;
  }

  private comeBack(): void {
    const wasAway = this.awaySinceMs !== undefined;
    this.awaySinceMs = undefined;
    this.trouble.tellRecovery();
    for (const consumer of this.consumers.values()) consumer.lookAgain();
    if (wasAway) for (const listener of this.returnListeners) listener();
  }

  private wakeAll(name: string): void {
    this.client.publish(`${this.prefix}:${name}:waiting@`, '').catch((error: unknown) => this.trouble.tell(error));
  }
}

/** One that has run before was due some time after that. */
function dueAtOf([timestamp, delay, processedOn]: ReadonlyArray<string | null>): number {
  return Math.max(Number(timestamp ?? Date.now()) + Number(delay ?? 0), Number(processedOn ?? 0));
}

async function addAll(queue: BullQueue, messages: Parameters<BullQueue['addBulk']>[0]): Promise<void> {
  for (let start = 0; start < messages.length; start += BATCH) {
    const added = await queue.addBulk(messages.slice(start, start + BATCH));
    // Bull does not look at what each answered.
    if (added.some(({ id }) => !id)) throw new Error('Redis has refused a message.');
  }
}

/**
 * Ids are ours: those that Bull counts begin anew in a Redis that came back empty, while runs of before still know theirs.
 * A message with an id of its own is kept when it is finished, because Bull drops only what it still knows.
 */
function optionsOf(job: AnyJob, { id, delayMs, dedupeKey }: Message): JobOptions & { jobId: string } {
  const seenMs = id === undefined ? 0 : 2 * (job.everyMs ?? 0);
  const failedAge = Math.ceil(Math.max(KEEP_MS, seenMs) / SECOND_MS);
  return {
    jobId: id ?? newId(),
    delay: delayMs,
    attempts: job.attempts,
    backoff: { type: DELAY_OF_VERDICT },
    removeOnComplete: seenMs === 0 || { age: Math.ceil(seenMs / SECOND_MS) },
    removeOnFail: { age: failedAge, count: KEEP_MESSAGES },
    ...(dedupeKey === undefined ? {} : { debounce: { id: dedupeKey, ttl: delayMs + DEDUPE_MS } }),
  };
}
