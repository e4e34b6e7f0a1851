import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const HERE = path.resolve(__dirname, '../../..');
/** Tests run from the sources, benches from the build. */
export const BUILD = path.basename(HERE) === 'dist' ? HERE : path.join(HERE, 'dist');
const READY_LIMIT_MS = 120_000;
const POLL_MS = 20;

export interface ServerOrder {
  /** Relative to the folder of the build. */
  script: string;
  env: Record<string, string>;
  /** Found in what it prints once it serves. */
  ready: RegExp;
}

/** A process of the product, as an operator would start it. */
export class ServerProcess {
  private output = '';
  /** What `ready` has found. */
  private found: RegExpExecArray | undefined;

  private constructor(
    private readonly child: ChildProcess,
    private readonly order: ServerOrder,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  /** Resolves when it serves. @throws Error with everything it printed when it ends before. */
  static async start(order: ServerOrder): Promise<ServerProcess> {
    const started = ServerProcess.spawn(order);
    await started.ready();
    return started;
  }

  /** Does not wait until it serves. */
  static spawn(order: ServerOrder): ServerProcess {
    const child = spawn(process.execPath, [path.join(BUILD, order.script)], {
      cwd: path.dirname(BUILD),
      env: { ...process.env, ...order.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new ServerProcess(child, order);
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** All that it has written to stdout and stderr. */
  get printed(): string {
    return this.output;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  get isReady(): boolean {
    return this.found !== undefined;
  }

  /** The address that it told, when it was ready. */
  get address(): string {
    return this.found?.[1] ?? '';
  }

  async ready(): Promise<void> {
    const deadlineMs = Date.now() + READY_LIMIT_MS;
    for (;;) {
      this.found = this.order.ready.exec(this.output) ?? undefined;
      if (this.found) return;
      if (this.hasEnded || Date.now() > deadlineMs) {
        this.child.kill('SIGKILL');
        throw new Error(`${this.order.script} did not start:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Ends it in order and gives its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  /** As a crash would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (this.hasEnded) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}
