/**
 * The connections of this process to Redis, by purpose. Redis is no store of record: it may be away, or come back empty,
 * at any moment. So nothing here ends the process or waits without an end on the path of a request, and every connection
 * comes back by itself.
 */
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { SECOND_MS } from '#kernel';
import { TroubleLog } from './trouble-log';

export interface RedisSettings {
  url: string;
  /** Begins every key and channel. */
  keyPrefix: string;
}

/**
 * - `commands`: one for all of the process, for what a request waits for.
 * - `queue`: as `commands`, but for statements that may take longer than a request would wait.
 * - `subscriber`: hears channels; subscribes again by itself after a loss.
 * - `blocking`: waits in Redis for as long as it likes, so nobody can share it.
 */
export type RedisPurpose = 'commands' | 'queue' | 'subscriber' | 'blocking';

const CONNECT_TIMEOUT_MS = 2 * SECOND_MS;
const LONGEST_RETRY_MS = SECOND_MS;
/** Probes of an idle connection by the operating system, so that a host that vanished is noticed. */
const KEEP_ALIVE_MS = 10 * SECOND_MS;

/** Without a connection, commands fail at once; with one that does not answer, after `commandTimeout`. */
const IMPATIENT: RedisOptions = { enableOfflineQueue: false, maxRetriesPerRequest: 0 };
/** What was asked is asked again on the next connection. */
const PATIENT: RedisOptions = { maxRetriesPerRequest: null, enableReadyCheck: false };

const OPTIONS: Record<RedisPurpose, RedisOptions> = {
  commands: { ...IMPATIENT, commandTimeout: 500 },
  queue: { ...IMPATIENT, commandTimeout: 2 * SECOND_MS },
  subscriber: { ...PATIENT, autoResubscribe: true },
  blocking: PATIENT,
};

export class RedisConnections implements OnApplicationShutdown {
  private readonly logger = new Logger('Redis');
  private readonly log = new TroubleLog(this.logger, 'Redis cannot be reached.', 'Redis is back.');
  private readonly opened = new Set<Redis>();
  private shared: Redis | undefined;

  constructor(private readonly settings: RedisSettings) {}

  get keyPrefix(): string {
    return this.settings.keyPrefix;
  }

  /** The shared connection for short commands: it fails within 500 ms, and at once while Redis is away. */
  get commands(): Redis {
    this.shared ??= this.open('commands');
    return this.shared;
  }

  /** `parley:<part>:<part>`; ioredis' own prefix would not reach channels and Bull's scripts. */
  key(...parts: readonly string[]): string {
    return [this.settings.keyPrefix, ...parts].join(':');
  }

  /** A connection of the caller's own, which is closed with all others unless the caller closes it by `disconnect`. */
  open(purpose: RedisPurpose): Redis {
    const redis = new Redis(this.settings.url, {
      ...OPTIONS[purpose],
      connectionName: `${this.settings.keyPrefix}-${purpose}`,
      connectTimeout: CONNECT_TIMEOUT_MS,
      keepAlive: KEEP_ALIVE_MS,
      retryStrategy: (times) => Math.min(times * 50, LONGEST_RETRY_MS),
      // A replica that was a primary refuses writes; the next connection finds the new primary.
      reconnectOnError: ({ message }) => message.startsWith('READONLY'),
    });
    redis.on('error', (error) => this.log.tell(error));
    redis.on('ready', () => this.log.tellRecovery());
    redis.on('end', () => this.opened.delete(redis));
    this.opened.add(redis);
    return redis;
  }

  /** Waits for the first answer, so that what asks at start finds Redis; not longer than a connection may take. */
  async greet(): Promise<void> {
    const { commands } = this;
    if (commands.status === 'ready') return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, CONNECT_TIMEOUT_MS);
      commands.once('ready', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** One round trip, in milliseconds. @throws Error when there is no answer within the time of a command. */
  async ping(): Promise<number> {
    const startedAtMs = performance.now();
    await this.commands.ping();
    return performance.now() - startedAtMs;
  }

  /** Whoever uses a connection has stopped before; see the shutdown hooks of the rooms. */
  onApplicationShutdown(): void {
    for (const redis of this.opened) redis.disconnect();
  }
}
