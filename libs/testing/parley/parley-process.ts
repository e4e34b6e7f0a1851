import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const READY = /Parley is ready at (http:\/\/\S+)/;
const READY_LIMIT_MS = 30_000;

export const TEST_ADMIN = { username: 'admin', email: 'admin@example.com', password: 'correct horse battery' };

/**
 * The real api as its own process, on a free port and an own data folder: what a user would run. With DATABASE_URL in
 * the environment it runs on that database instead.
 */
export class ParleyProcess {
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly dataDir: string,
    private readonly environment: Record<string, string>,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  baseUrl = '';

  /** Resolves when requests are served. @throws Error with everything it printed when it ends before. */
  static async start(environment: Record<string, string> = {}, dataDir = newDataDir()): Promise<ParleyProcess> {
    const child = spawn(process.execPath, [path.join(ROOT, 'dist/apps/api/main.js')], {
      cwd: ROOT,
      env: {
        ...process.env,
        PORT: '0',
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        LOG_LEVEL: 'warn',
        ADMIN_PASSWORD: TEST_ADMIN.password,
        JWT_SECRET: 'a secret of the tests, long enough to be taken',
        RATE_LIMIT_MULTIPLIER: '1000',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parley = new ParleyProcess(child, dataDir, environment);
    await parley.ready();
    return parley;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** All that it has written to stdout and stderr. */
  get printed(): string {
    return this.output;
  }

  /** Ends it in order. */
  async stop(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exited;
    }
    return this.child.exitCode;
  }

  /** As a crash would. */
  async kill(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  /** A new process on the same data. */
  restart(): Promise<ParleyProcess> {
    return ParleyProcess.start(this.environment, this.dataDir);
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5 });
  }

  private async ready(): Promise<void> {
    const deadlineMs = Date.now() + READY_LIMIT_MS;
    for (;;) {
      const address = READY.exec(this.output)?.[1];
      if (address) {
        this.baseUrl = address;
        return;
      }
      if (this.child.exitCode !== null || Date.now() > deadlineMs) {
        this.child.kill('SIGKILL');
        throw new Error(`Parley did not start:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export function newDataDir(): string {
  return mkdtempSync(path.join(os.tmpdir(), 'parley-'));
}
