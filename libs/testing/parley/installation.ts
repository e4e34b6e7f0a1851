import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { createEmptyDatabase, type OwnDatabase } from '../database/postgres-test-database';
import { Balancer } from './balancer';
import { ServerProcess } from './server-process';

const API = { script: 'apps/api/main.js', ready: /Parley is ready at (http:\/\/\S+)/ };
const WORKER = { script: 'apps/worker/main.js', ready: /worker runs/ };

export const TEST_ADMIN = { username: 'admin', email: 'admin@example.com', password: 'correct horse battery' };

/**
 * Between leaving the balancer and SIGTERM, as the `preStop` of the manifests: connections that the balancer had opened
 * before are refused otherwise, when they still wait to be accepted.
 */
const PRE_STOP_MS = 1_000;

type Environment = Record<string, string>;

interface ProcessCounts {
  apis: number;
  workers: number;
}

/** With `DATABASE_URL`: enough processes that whatever must pass between them does. */
export const SEVERAL_PROCESSES: ProcessCounts = { apis: 2, workers: 2 };

/**
 * Parley as somebody has installed it, on free ports and data of its own. With DATABASE_URL in the environment that is
 * a database of its own on that server with TEST_APIS api processes behind a balancer and TEST_WORKERS workers (one of
 * each unless said), else one process with the embedded database.
 */
export class Installation {
  private constructor(
    readonly dataDir: string,
    private readonly environment: Environment,
    /** Undefined when embedded. */
    private readonly database: OwnDatabase | undefined,
    private apis: readonly ServerProcess[],
    private readonly workers: readonly ServerProcess[],
    private readonly balancer: Balancer | undefined,
  ) {}

  /**
   * Resolves when requests are served.
   *
   * @param processes otherwise as TEST_APIS and TEST_WORKERS say; the embedded database has one api and no worker
   * @throws Error with everything a process printed when it ends before
   */
  static async start(environment: Environment = {}, dataDir = newDataDir(), processes: Partial<ProcessCounts> = {}) {
    const { DATABASE_URL: serverUrl } = process.env;
    const database = serverUrl ? await createEmptyDatabase(serverUrl) : undefined;
    return Installation.on(dataDir, environment, database, countsOf(database, processes));
  }

  /** On the embedded database, whatever the environment says. */
  static startEmbedded(environment: Environment = {}, dataDir = newDataDir()): Promise<Installation> {
    return Installation.on(dataDir, { DATABASE_URL: '', ...environment }, undefined, { apis: 1, workers: 0 });
  }

  /** On a database that is there already, and that the caller drops. */
  static startOn(database: OwnDatabase, environment: Environment = {}, dataDir = newDataDir()): Promise<Installation> {
    return Installation.on(dataDir, environment, database, countsOf(database, {}));
  }

  private static async on(
    dataDir: string,
    environment: Environment,
    database: OwnDatabase | undefined,
    counts: ProcessCounts,
  ): Promise<Installation> {
    const env = environmentOf(dataDir, environment, database);
    const apis = times(counts.apis, () => ServerProcess.spawn({ ...API, env }));
    const workers = times(counts.workers, () => ServerProcess.spawn({ ...WORKER, env }));
    try {
      await Promise.all([...apis, ...workers].map((started) => started.ready()));
    } catch (error) {
      await Promise.all([...apis, ...workers].map((started) => started.kill()));
      throw error;
    }
    const balancer = apis.length > 1 ? await Balancer.start(apis.map(({ address }) => address)) : undefined;
    return new Installation(dataDir, environment, database, apis, workers, balancer);
  }

  /** The settings of its processes, for commands beside them. */
  get settings(): Environment {
    return environmentOf(this.dataDir, this.environment, this.database);
  }

  get baseUrl(): string {
    return this.balancer?.address ?? this.apis[0]!.address;
  }

  /** Undefined when embedded. */
  get databaseUrl(): string | undefined {
    return this.database?.url;
  }

  /** Of the first api process. */
  get pid(): number {
    return this.apis[0]!.pid;
  }

  /** All that its processes have written to stdout and stderr. */
  get printed(): string {
    return [...this.apis, ...this.workers].map(({ printed }) => printed).join('');
  }

  /** A new api process for each, one after the other, as a rolling update does it: taken out of the balancer, then ended. */
  async replaceApis(): Promise<void> {
    const env = environmentOf(this.dataDir, this.environment, this.database);
    for (const old of this.apis) {
      const others = this.apis.filter((one) => one !== old);
      this.balancer?.use(others.map(({ address }) => address));
      await delay(PRE_STOP_MS);
      await old.stop();
      this.apis = [...others, await ServerProcess.start({ ...API, env })];
      this.balancer?.use(this.apis.map(({ address }) => address));
    }
  }

  /** Ends all processes in order; gives the exit code of the first api. */
  async stop(): Promise<number | null> {
    await this.balancer?.stop();
    const [code] = await Promise.all([...this.apis, ...this.workers].map((running) => running.stop()));
    return code ?? null;
  }

  /** Ends all processes as a crash would. */
  async kill(): Promise<void> {
    await this.balancer?.stop();
    await Promise.all([...this.apis, ...this.workers].map((running) => running.kill()));
  }

  /** New processes on the same data. @param changes of the environment, for good */
  restart(changes: Environment = {}): Promise<Installation> {
    const counts = { apis: this.apis.length, workers: this.workers.length };
    return Installation.on(this.dataDir, { ...this.environment, ...changes }, this.database, counts);
  }

  /** Ends it and leaves nothing. */
  async remove(): Promise<void> {
    await this.stop();
    await this.database?.drop();
    if (this.database && process.env.REDIS_URL) await removeKeys(process.env.REDIS_URL, keyPrefixOf(this.dataDir));
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function newDataDir(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'parley-'));
}

/** The same for a restart on the same data. */
function keyPrefixOf(dataDir: string): string {
  return `test-${path.basename(dataDir)}`;
}

function environmentOf(dataDir: string, given: Environment, database: OwnDatabase | undefined): Environment {
  return { ...defaults(dataDir), ...(database ? production(dataDir, database) : { REDIS_URL: '' }), ...given };
}

function defaults(dataDir: string): Environment {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    ADMIN_PASSWORD: TEST_ADMIN.password,
    JWT_SECRET: 'a secret of the tests, long enough to be taken',
    SECRETS_KEY: Buffer.alloc(32, 'tests').toString('base64'),
    RATE_LIMIT_MULTIPLIER: '1000',
  };
}

function production(dataDir: string, { url }: OwnDatabase): Environment {
  return {
    DATABASE_URL: url,
    REDIS_KEY_PREFIX: keyPrefixOf(dataDir),
    WORKER_IN_API: 'false',
    WORKER_PORT: '0',
    // The balancer's word for where a request comes from.
    TRUST_PROXY: '1',
  };
}

function countsOf(database: OwnDatabase | undefined, { apis, workers }: Partial<ProcessCounts>): ProcessCounts {
  if (!database) return { apis: 1, workers: 0 };
  return { apis: apis ?? countOf('TEST_APIS'), workers: workers ?? countOf('TEST_WORKERS') };
}

function countOf(name: 'TEST_APIS' | 'TEST_WORKERS'): number {
  return Number(process.env[name] ?? 1);
}

function times<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make);
}

async function removeKeys(redisUrl: string, prefix: string): Promise<void> {
  const redis = new Redis(redisUrl);
  try {
    for await (const keys of redis.scanStream({ match: `*${prefix}*`, count: 500 })) {
      if (keys.length > 0) await redis.unlink(keys);
    }
  } finally {
    redis.disconnect();
  }
}
