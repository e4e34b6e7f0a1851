/** Two apis behind a balancer and two workers, started again whenever they die, as an orchestrator would. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Balancer, ServerProcess } from '../../libs/testing/parley';

const API = { script: 'apps/api/main.js', ready: /Parley is ready at (http:\/\/\S+)/ };
const WORKER = { script: 'apps/worker/main.js', ready: /worker runs/ };

class Kept {
  private current: ServerProcess;
  private isOver = false;

  constructor(
    private readonly order: { script: string; ready: RegExp; env: Record<string, string> },
    private readonly onReady: () => void,
  ) {
    this.current = ServerProcess.spawn(order);
  }

  get address(): string {
    return this.current.address;
  }

  get pid(): number {
    return this.current.pid;
  }

  get isReady(): boolean {
    return !this.current.hasEnded && this.current.isReady;
  }

  async ready(): Promise<void> {
    await this.current.ready();
    this.onReady();
  }

  /** SIGKILL, and a new one at once; resolves when that is ready. */
  async killAndRestart(): Promise<void> {
    await this.current.kill();
    while (!this.isOver) {
      this.current = ServerProcess.spawn(this.order);
      try {
        return await this.ready();
      } catch (error) {
        // Its database may be away as well; an orchestrator tries again too.
        console.log(`  a process did not start, once more: ${String(error).split('\n').slice(0, 3).join(' | ')}`);
      }
    }
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.current.stop();
  }
}

export class Cluster {
  readonly keyPrefix = `faults-${randomBytes(4).toString('hex')}`;
  private readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'parley-faults-'));
  private readonly apis: Kept[];
  private readonly workers: Kept[];

  private constructor(
    databaseUrl: string,
    private readonly balancer: Balancer,
  ) {
    const env = {
      DATABASE_URL: databaseUrl,
      REDIS_KEY_PREFIX: this.keyPrefix,
      DATA_DIR: this.dataDir,
      HOST: '127.0.0.1',
      PORT: '0',
      WORKER_PORT: '0',
      JWT_SECRET: randomBytes(32).toString('hex'),
      RATE_LIMIT_MULTIPLIER: '1000000',
      ALLOW_PRIVATE_ADDRESSES: 'true',
      LOG_LEVEL: 'warn',
    };
    const keep = (order: typeof API) => new Kept({ ...order, env }, () => this.tellBalancer());
    this.apis = [keep(API), keep(API)];
    this.workers = [keep(WORKER), keep(WORKER)];
  }

  static async start(databaseUrl: string): Promise<Cluster> {
    const cluster = new Cluster(databaseUrl, await Balancer.start([]));
    await Promise.all([...cluster.apis, ...cluster.workers].map((kept) => kept.ready()));
    return cluster;
  }

  get baseUrl(): string {
    return this.balancer.address;
  }

  killApi(): Promise<void> {
    return anyOf(this.apis).killAndRestart();
  }

  killWorker(): Promise<void> {
    return anyOf(this.workers).killAndRestart();
  }

  get workerPids(): number[] {
    return this.workers.map(({ pid }) => pid);
  }

  /** That very one. */
  async killWorkerOf(pid: number): Promise<void> {
    await this.workers.find((worker) => worker.pid === pid)?.killAndRestart();
  }

  /** The others end in order. Then whatever jobs do is cut off when that one is killed. */
  async keepOneWorker(): Promise<void> {
    await Promise.all(this.workers.splice(1).map((worker) => worker.stop()));
  }

  async stop(): Promise<void> {
    await Promise.all([...this.apis, ...this.workers].map((kept) => kept.stop()));
    await this.balancer.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private tellBalancer(): void {
    this.balancer.use(this.apis.filter(({ isReady }) => isReady).map(({ address }) => address));
  }
}

function anyOf(kept: readonly Kept[]): Kept {
  return kept[Math.floor(Math.random() * kept.length)]!;
}

/** What a scenario works on. */
export interface Installed {
  cluster: Cluster;
  databaseUrl: string;
  redisUrl: string;
}
