/** A process of the product that can be asked how it is. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parentOf } from '../chat/processes';
import type { Observation } from './observation';

const READY_LIMIT_MS = 120_000;
const POLL_MS = 50;

export class ObservedProcess {
  private output = '';

  private constructor(
    readonly name: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  /** Resolves with what `ready` has matched in its output. */
  static async start(
    name: 'api' | 'worker',
    env: Record<string, string>,
    ready: RegExp,
  ): Promise<{ process: ObservedProcess; match: RegExpExecArray }> {
    const child = fork(path.join(__dirname, `observed/${name}.js`), {
      env: { ...process.env, ...env },
      execArgv: ['--expose-gc'],
      silent: true,
    });
    const started = new ObservedProcess(name, child);
    return { process: started, match: await started.until(ready) };
  }

  /** All that it has written to stdout and stderr. */
  get printed(): string {
    return this.output;
  }

  /** @param snapshot a file that is to hold what is on its heap; it stands still for some seconds then */
  async observe(snapshot?: string): Promise<Observation> {
    const told = once(this.child, 'message');
    this.child.send({ snapshot });
    const [observation] = await told;
    return observation as Observation;
  }

  /** Resident bytes of the processes that it has started, as of the embedded database; 0 where there is no /proc. */
  childrenRss(): number {
    return childrenOf(this.child.pid!).reduce((sum, pid) => sum + rssOf(pid), 0);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
  }

  private async until(ready: RegExp): Promise<RegExpExecArray> {
    const deadlineMs = performance.now() + READY_LIMIT_MS;
    for (;;) {
      const match = ready.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null || performance.now() > deadlineMs) {
        this.child.kill('SIGKILL');
        throw new Error(`The ${this.name} did not start:\n${this.output}`);
      }
      await wait(POLL_MS);
    }
  }
}

function childrenOf(pid: number): number[] {
  try {
    const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
    return pids.map(Number).filter((other) => parentOf(other) === pid);
  } catch {
    return [];
  }
}

function rssOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(kilobytes) * 1_024;
  } catch {
    return 0;
  }
}
