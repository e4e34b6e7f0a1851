/** Parley as an operator runs it, for this bench: one api and one worker, or the embedded one process. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { must, registerTeam, WireClient } from '../../libs/testing/parley';
import { BenchProcess } from '../chat/processes';
import { ownDatabase } from '../chat/targets';

const DIST = path.resolve(__dirname, '../..');
const WEBHOOKS = '/api/v1/webhooks';

export type Engine = 'bull' | 'pg-boss' | 'embedded';

/** A team with its webhooks. */
export interface Listeners {
  teamId: string;
  asKey: WireClient;
  /** With them goes what was not delivered yet. */
  remove(): Promise<void>;
}

type Database = Awaited<ReturnType<typeof ownDatabase>>;

export class Product {
  private constructor(
    private readonly wire: WireClient,
    /** Of a team that has no webhooks. */
    private readonly waker: WireClient,
    private readonly processes: readonly BenchProcess[],
    private readonly dataDir: string,
    /** Undefined when embedded. */
    private readonly database: Database | undefined,
    private readonly client: Client | undefined,
  ) {}

  static async start(engine: Engine): Promise<Product> {
    const { DATABASE_URL: serverUrl = '', REDIS_URL: redisUrl = '' } = process.env;
    const database = engine === 'embedded' ? undefined : await ownDatabase(serverUrl);
    const dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-bench-'));
    const env = {
      DATA_DIR: dataDir,
      DATABASE_URL: database?.url ?? '',
      REDIS_URL: engine === 'bull' ? redisUrl : '',
      REDIS_KEY_PREFIX: `bench-${randomBytes(4).toString('hex')}`,
      WORKER_IN_API: String(database === undefined),
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER_PORT: '0',
      JWT_SECRET: randomBytes(32).toString('hex'),
      RATE_LIMIT_MULTIPLIER: '1000000',
      LOG_LEVEL: 'warn',
      ALLOW_PRIVATE_ADDRESSES: 'true',
    };
    const api = await start('apps/api/main.js', env, /Parley is ready at (http:\/\/\S+)/);
    const worker = database && (await start('apps/worker/main.js', env, /worker runs/));
    const client = database && new Client({ connectionString: database.url });
    await client?.connect();
    const processes = [...(worker ? [worker.process] : []), api.process];
    const wire = new WireClient(api.match[1] ?? '');
    const { asKey: waker } = await registerTeam(wire, 'waker');
    return new Product(wire, waker, processes, dataDir, database, client);
  }

  /** Of the process that delivers. */
  get deliveringPid(): number {
    return this.processes[0]!.pid;
  }

  get isDurable(): boolean {
    return this.database?.isDurable ?? false;
  }

  /** Those that serve the connections of now. */
  async databasePids(): Promise<number[]> {
    return (await this.database?.pids()) ?? [];
  }

  /** A new team that has the events told to the URLs. */
  async listen(urls: readonly string[], events: readonly string[]): Promise<Listeners> {
    const { asKey } = await registerTeam(this.wire);
    const made = await Promise.all(urls.map((url) => asKey.post(WEBHOOKS, { url, events })));
    const ids = made.map((answer) => must(answer, 201).body.data.id as string);
    const { teamId } = await this.teamOf(ids[0]!);
    return {
      teamId,
      asKey,
      remove: async () => {
        await Promise.all(ids.map((id) => asKey.delete(`${WEBHOOKS}/${id}`)));
      },
    };
  }

  async query(sql: string, values: unknown[]): Promise<void> {
    await this.client!.query(sql, values);
  }

  /** Somebody does something, so that the worker looks at the outbox at once. */
  async wake(): Promise<void> {
    must(await this.waker.post('/api/v1/chatbots', { name: 'Waker' }), 201);
  }

  async stop(): Promise<void> {
    await this.client?.end();
    await Promise.all(this.processes.map((process) => process.stop()));
    await this.database?.drop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async teamOf(webhookId: string): Promise<{ teamId: string }> {
    if (!this.client) return { teamId: '' };
    const { rows } = await this.client.query('select team_id as "teamId" from webhook where id = $1', [webhookId]);
    return rows[0];
  }
}

function start(script: string, env: Record<string, string>, ready: RegExp) {
  return BenchProcess.start(path.join(DIST, script), { env, ready });
}
