/**
 * The queue in PostgreSQL, by pg-boss 12, over the app's own pool, in its schema `pgboss`. Every queue has the policy
 * `short` (one waiting job per singleton key), because the policy of a queue cannot be changed later; a message without
 * a dedupe key gets a key of its own.
 */
import { Logger } from '@nestjs/common';
import { type Db, type JobInsert, PgBoss } from 'pg-boss';
import { HOUR_MS, newId, SECOND_MS } from '#kernel';
import type { AnyJob } from '../job';
import { type Message, type QueueDepth, QueueDriver, type Run } from '../queue-driver';
import { QueueConsumer } from './queue-consumer';
import type { StoredMessage } from './stored-message';

/** Runs that may be cut off by the end of their process, over and above the attempts of the job. */
const INTERRUPTIONS = 5;
/** Finished messages are kept so long, for whoever looks for what happened. */
const KEEP_SECONDS = HOUR_MS / SECOND_MS;
const TROUBLE_LOG_INTERVAL_MS = 30 * SECOND_MS;

/** Other processes' delays and retries fall due unannounced. On the embedded database there are none. */
const POLL_MS = SECOND_MS;
const EMBEDDED_POLL_MS = 10 * SECOND_MS;

const OLDEST_WAITING = `
  select name, (extract(epoch from min(start_after)) * 1000)::float8 as due from pgboss.job
  where state < 'active' and start_after <= now() group by name`;

export interface Supervision {
  /** How often messages of dead workers are looked for. */
  intervalSeconds: number;
  /** A worker unheard of for so long is dead; 10 is the least that pg-boss takes. */
  heartbeatSeconds: number;
  /** A message whose run has outlasted its time limit by so much has lost its worker. */
  overtimeSeconds: number;
}

export interface PgBossDriverOptions {
  database: Db;
  /** On the embedded database all processes are this one: nobody else needs to be woken. */
  isEmbedded: boolean;
  pollMs?: number;
  supervision?: Supervision;
}

const SUPERVISION: Supervision = { intervalSeconds: 15, heartbeatSeconds: 30, overtimeSeconds: 30 };

export class PgBossDriver extends QueueDriver {
  private readonly logger = new Logger(PgBossDriver.name);
  private readonly consumers = new Map<string, QueueConsumer>();
  private readonly supervision: Supervision;
  private readonly pollMs: number;
  private readonly boss: PgBoss;
  private lastTroubleMs = Number.NEGATIVE_INFINITY;
  private stopped: Promise<void> | undefined;

  constructor(private readonly options: PgBossDriverOptions) {
    super();
    this.supervision = options.supervision ?? SUPERVISION;
    this.pollMs = options.pollMs ?? (options.isEmbedded ? EMBEDDED_POLL_MS : POLL_MS);
    const { intervalSeconds } = this.supervision;
    this.boss = new PgBoss({
      db: this.listeningDatabase(options.database),
      backend: options.isEmbedded ? 'pglite' : 'postgres',
      useListenNotify: !options.isEmbedded,
      superviseIntervalSeconds: intervalSeconds,
      monitorIntervalSeconds: intervalSeconds,
      maintenanceIntervalSeconds: 600,
      flowIntervalSeconds: 3_600,
      // Parley has a scheduler of its own, which works to the millisecond and with every driver.
      schedule: false,
      reindex: !options.isEmbedded,
      monitorVacuum: !options.isEmbedded,
    });
    this.boss.on('error', (error) => this.tellTrouble(error));
  }

  async start(jobs: readonly AnyJob[]): Promise<void> {
    await this.boss.start();
    const existing = new Set((await this.boss.getQueues()).map(({ name }) => name));
    for (const { name } of jobs) {
      if (existing.has(name)) continue;
      await this.boss.createQueue(name, { policy: 'short', notify: !this.options.isEmbedded });
    }
  }

  async send(job: AnyJob, messages: readonly Message[]): Promise<void> {
    await this.boss.insert(
      job.name,
      messages.map((message) => this.insertOf(job, message)),
    );
    const consumer = this.consumers.get(job.name);
    for (const delayMs of new Set(messages.map((message) => message.delayMs))) {
      if (delayMs > 0) consumer?.wakeIn(delayMs);
      else consumer?.wake();
    }
  }

  consume(job: AnyJob, concurrency: number, run: Run): void {
    const consumer = new QueueConsumer(this.boss, {
      queue: job.name,
      concurrency,
      run,
      pollMs: this.pollMs,
      heartbeatSeconds: this.supervision.heartbeatSeconds,
      onTrouble: (error) => this.tellTrouble(error),
    });
    this.consumers.set(job.name, consumer);
  }

  /** As pg-boss counted at its last supervision, which it does anyway: a count of our own would scan what is finished. */
  async depths(): Promise<ReadonlyMap<string, QueueDepth>> {
    const queues = await this.boss.getQueues();
    return new Map(
      queues.map(({ name, readyCount, deferredCount, activeCount }) => [
        name,
        { waiting: readyCount, delayed: deferredCount, running: activeCount },
      ]),
    );
  }

  /** By pg-boss's own index of what can be fetched. */
  async oldestWaiting(): Promise<ReadonlyMap<string, number>> {
    const { rows } = await this.options.database.executeSql(OLDEST_WAITING, []);
    return new Map((rows as Array<{ name: string; due: string }>).map(({ name, due }) => [name, Number(due)]));
  }

  async stopConsuming(): Promise<void> {
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.stop()));
  }

  async idle(): Promise<void> {
    await Promise.all([...this.consumers.values()].map((consumer) => consumer.idle()));
  }

  stop(): Promise<void> {
    this.stopped ??= this.stopConsuming().then(() => this.boss.stop({ close: false, graceful: false }));
    return this.stopped;
  }

  private insertOf(job: AnyJob, { id, payload, origin, delayMs, dedupeKey }: Message): JobInsert<StoredMessage> {
    const { heartbeatSeconds, overtimeSeconds } = this.supervision;
    return {
      id: id ?? newId(),
      data: { payload, origin, failures: 0 },
      startAfter: delayMs / SECOND_MS,
      singletonKey: dedupeKey ?? id ?? newId(),
      retryLimit: job.attempts - 1 + INTERRUPTIONS,
      retryDelay: Math.max(1, Math.ceil(job.backoffMs / SECOND_MS)),
      expireInSeconds: Math.ceil(job.timeoutMs / SECOND_MS) + overtimeSeconds,
      heartbeatSeconds,
      deleteAfterSeconds: Math.max(KEEP_SECONDS, Math.ceil((2 * (job.everyMs ?? 0)) / SECOND_MS)),
    };
  }

  /** pg-boss hears NOTIFY for its own workers only; ours are told beside them. */
  private listeningDatabase(database: Db): Db {
    const { listen } = database;
    if (!listen) return database;
    return {
      ...database,
      listen: (channel, onNotification, onReconnect) =>
        listen.call(
          database,
          channel,
          (queue) => {
            onNotification(queue);
            this.consumers.get(queue)?.wake();
          },
          () => {
            onReconnect();
            for (const consumer of this.consumers.values()) consumer.wake();
          },
        ),
    };
  }

  /** While the database is away every look at every queue fails; a line in half a minute tells as much. */
  private tellTrouble(error: unknown): void {
    if (performance.now() - this.lastTroubleMs < TROUBLE_LOG_INTERVAL_MS) return;
    this.lastTroubleMs = performance.now();
    this.logger.warn({ message: 'Trouble with the queue.', err: error });
  }
}
