/** The installation that is soaked: one process with the embedded database, or api and worker on PostgreSQL and Redis. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { ownDatabase } from '../chat/targets';
import { ObservedProcess } from './observed-process';

const API_READY = /Parley is ready at (http:\/\/\S+)/;
const WORKER_READY = /worker runs/;

export class Soaked {
  private constructor(
    readonly baseUrl: string,
    readonly processes: readonly ObservedProcess[],
    private readonly dataDir: string,
    private readonly database: Awaited<ReturnType<typeof ownDatabase>> | undefined,
  ) {}

  /** With `DATABASE_URL` on a database of its own on that server. @param settings of its environment */
  static async start(settings: Record<string, string>): Promise<Soaked> {
    const { DATABASE_URL: serverUrl } = process.env;
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-soak-'));
    const database = serverUrl ? await ownDatabase(serverUrl) : undefined;
    const env = {
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER_PORT: '0',
      JWT_SECRET: randomBytes(32).toString('hex'),
      SECRETS_KEY: randomBytes(32).toString('base64'),
      REDIS_KEY_PREFIX: `soak-${randomBytes(4).toString('hex')}`,
      LOG_LEVEL: 'warn',
      ...(database ? { DATABASE_URL: database.url, WORKER_IN_API: 'false' } : {}),
      ...settings,
    };
    const api = await ObservedProcess.start('api', env, API_READY);
    const worker = database ? await ObservedProcess.start('worker', env, WORKER_READY) : undefined;
    const processes = [api.process, ...(worker ? [worker.process] : [])];
    return new Soaked(api.match[1]!, processes, dataDir, database);
  }

  get what(): string {
    return this.database ? 'api and worker on PostgreSQL' : 'one process with the embedded database';
  }

  /** Bytes of the database, and its connections where there are some. */
  async databaseState(): Promise<{ bytes: number; connections: number | undefined }> {
    if (!this.database) return { bytes: bytesBelow(this.dataDir), connections: undefined };
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    try {
      const { rows } = await client.query(
        `select pg_database_size(current_database())::float8 as bytes,
           (select count(*)::int - 1 from pg_stat_activity where datname = current_database()) as connections`,
      );
      return rows[0];
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((running) => running.stop()));
    await this.database?.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

function bytesBelow(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  const sizes = entries.map(({ parentPath, name }) => statSync(path.join(parentPath, name), { throwIfNoEntry: false }));
  return sizes.reduce((sum, stats) => sum + (stats?.size ?? 0), 0);
}
