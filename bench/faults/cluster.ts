/** Two apis behind a balancer and two workers, started again whenever they die, as an orchestrator would. */
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Balancer } from '../../libs/testing/parley';
import { Disk } from './disk';
import { KeptProcess } from './kept-process';
import { anyOf } from './options';
import { Control } from './turning';

const API = { script: 'bench/faults/processes/api.js', ready: /Parley is ready at (http:\/\/\S+)/ };
/** An orchestrator looks so often whether what it has started is still there. */
const WATCH_MS = 500;
const WORKER = { script: 'bench/faults/processes/worker.js', ready: /worker runs/ };

export class Cluster {
  readonly keyPrefix = `faults-${randomBytes(4).toString('hex')}`;
  readonly disk: Disk;
  private readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-faults-'));
  private readonly apis: KeptProcess[];
  private readonly workers: KeptProcess[];
  private clockOffsetMs = 0;
  private watch: NodeJS.Timeout | undefined;
  /** Processes that ended although nobody had killed them. */
  readonly ownEnds: string[] = [];

  private constructor(
    databaseUrl: string,
    private readonly balancer: Balancer,
    settings: Record<string, string>,
  ) {
    this.disk = Disk.mount(path.join(this.dataDir, 'blobs'));
    const env = {
      DATABASE_URL: databaseUrl,
      REDIS_KEY_PREFIX: this.keyPrefix,
      DATA_DIR: this.dataDir,
      BLOB_DIR: this.disk.folder,
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER_PORT: '0',
      WORKER_IN_API: 'false',
      JWT_SECRET: randomBytes(32).toString('hex'),
      SECRETS_KEY: randomBytes(32).toString('base64'),
      RATE_LIMIT_MULTIPLIER: '1000000',
      ALLOW_PRIVATE_ADDRESSES: 'true',
      // Longer than any clock is turned: the chats are read again in the end.
      CHAT_EXPIRE_TIME: '1d',
      LOG_LEVEL: 'warn',
      ...settings,
    };
    const keep = (order: typeof API, name: string) => {
      const control = new Control(path.join(this.dataDir, `${name}.json`));
      const onReady = () => this.tellBalancer();
      return new KeptProcess({ ...order, env: { ...env, ...control.environment } }, { name, control, onReady });
    };
    this.apis = [keep(API, 'api-1'), keep(API, 'api-2')];
    this.workers = [keep(WORKER, 'worker-1'), keep(WORKER, 'worker-2')];
  }

  /** @param settings of its environment */
  static async start(databaseUrl: string, settings: Record<string, string> = {}): Promise<Cluster> {
    const cluster = new Cluster(databaseUrl, await Balancer.start([]), settings);
    try {
      await Promise.all([...cluster.apis, ...cluster.workers].map((kept) => kept.ready()));
    } catch (error) {
      await cluster.stop();
      throw error;
    }
    cluster.watch = setInterval(() => cluster.restartTheDead(), WATCH_MS);
    return cluster;
  }

  get baseUrl(): string {
    return this.balancer.address;
  }

  get workerPids(): number[] {
    return this.workers.map(({ pid }) => pid);
  }

  get apiCount(): number {
    return this.apis.length;
  }

  /** Of all processes. */
  get controls(): Control[] {
    return [...this.apis, ...this.workers].map(({ control }) => control);
  }

  /** Sets the clocks of all processes, and of those that follow them. */
  turnClocks(byMs: number): void {
    this.clockOffsetMs += byMs;
    for (const control of this.controls) control.turn({ clockOffsetMs: this.clockOffsetMs });
  }

  /** One of them goes wrong by so much, or right again. */
  turnOneClock(control: Control, byMs: number): void {
    control.turn({ clockOffsetMs: this.clockOffsetMs + byMs });
  }

  killApi(): Promise<void> {
    return anyOf(this.apis).killAndRestart();
  }

  killWorker(): Promise<void> {
    return anyOf(this.workers).killAndRestart();
  }

  /** That very one. */
  async killWorkerOf(pid: number): Promise<void> {
    await this.workers.find((worker) => worker.pid === pid)?.killAndRestart();
  }

  /** The others end in order. Then whatever jobs do is cut off when that one is killed. */
  async keepOneWorker(): Promise<void> {
    await Promise.all(this.workers.splice(1).map((worker) => worker.stop()));
  }

  /** What all processes have printed, one file each. */
  writeLogs(folder: string): void {
    mkdirSync(folder, { recursive: true });
    for (const { name, printed } of [...this.apis, ...this.workers])
      writeFileSync(path.join(folder, `${name}.log`), printed);
  }

  async stop(): Promise<void> {
    clearInterval(this.watch);
    await Promise.all([...this.apis, ...this.workers].map((kept) => kept.stop()));
    await this.balancer.stop();
    this.disk.remove();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private restartTheDead(): void {
    for (const kept of [...this.apis, ...this.workers].filter(({ hasDied }) => hasDied)) {
      console.log(`  ${kept.name} has ended by itself`);
      this.ownEnds.push(`${kept.name} has ended by itself`);
      void kept.killAndRestart();
    }
  }

  private tellBalancer(): void {
    this.balancer.use(this.apis.filter(({ isReady }) => isReady).map(({ address }) => address));
  }
}

/** What a scenario works on. */
export interface Installed {
  cluster: Cluster;
  /** Of PostgreSQL, for looking into the tables. */
  databaseUrl: string;
  redisUrl: string;
}

/** A scenario begins by starting it. @param settings of its environment */
export type Install = (settings?: Record<string, string>) => Promise<Installed>;
