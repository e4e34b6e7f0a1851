/** Other processes of a bench: started, waited for, and asked how much CPU they have used. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';

const READY_LIMIT_MS = 60_000;
/** USER_HZ of Linux, in which /proc counts; the same on all its architectures. */
const TICKS_PER_SECOND = 100;

export class BenchProcess {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
  }

  /**
   * Runs a script with this Node; resolves with what `ready` has matched in its output.
   *
   * @param options with `niceness` it gives way to others, all its threads, too (nice(1))
   */
  static async start(
    script: string,
    options: { args?: readonly string[]; env?: Record<string, string>; niceness?: number; ready: RegExp },
  ): Promise<{ process: BenchProcess; match: RegExpExecArray }> {
    const { niceness } = options;
    const command = [
      ...(niceness === undefined ? [] : ['nice', '-n', String(niceness)]),
      process.execPath,
      script,
      ...(options.args ?? []),
    ];
    const child = spawn(command[0]!, command.slice(1), {
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new BenchProcess(child);
    return { process: started, match: await started.until(options.ready) };
  }

  get pid(): number {
    return this.child.pid!;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exited;
  }

  private async until(ready: RegExp): Promise<RegExpExecArray> {
    const deadlineMs = Date.now() + READY_LIMIT_MS;
    for (;;) {
      const match = ready.exec(this.output);
      if (match) return match;
      if (this.child.exitCode !== null || Date.now() > deadlineMs) {
        this.child.kill('SIGKILL');
        throw new Error(`${this.child.spawnargs.slice(1).join(' ')} did not start:\n${this.output}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

/** CPU time used so far, user and system, of all threads; undefined where there is no /proc or no such process. */
export function cpuMs(pid: number): number | undefined {
  return statOf(pid)?.usedMs;
}

/** CPU time used so far by a process and by all that it has started, also those that have ended; undefined as above. */
export function familyCpuMs(pid: number): number | undefined {
  const parent = statOf(pid);
  if (!parent) return undefined;
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const children = pids.flatMap((name) => statOf(Number(name)) ?? []).filter(({ parentPid }) => parentPid === pid);
  return children.reduce((sum, { usedMs }) => sum + usedMs, parent.usedMs + parent.endedChildrenMs);
}

export function parentOf(pid: number): number | undefined {
  return statOf(pid)?.parentPid;
}

/** How long the main thread of a process could have run and had to wait for a processor; undefined where nobody counts. */
export function waitedMs(pid: number): number | undefined {
  try {
    const [, waitedNs] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ');
    return Number(waitedNs) / 1e6;
  } catch {
    return undefined;
  }
}

/** CPU time used so far by all processes of the machine. */
export function machineCpuMs(): number {
  const ticksMs = os.cpus().map(({ times }) => times.user + times.nice + times.sys + times.irq);
  return ticksMs.reduce((sum, ms) => sum + ms, 0);
}

interface Stat {
  parentPid: number;
  usedMs: number;
  /** Of children that have ended. */
  endedChildrenMs: number;
}

function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // From field 3 of proc(5) on; the second may hold spaces and ends with the last parenthesis.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const msOf = (first: number) =>
      ((Number(fields[first - 3]) + Number(fields[first - 2])) * 1_000) / TICKS_PER_SECOND;
    return { parentPid: Number(fields[1]), usedMs: msOf(14), endedChildrenMs: msOf(16) };
  } catch {
    return undefined;
  }
}

/** By process; those that cannot be read are left out. */
export function cpuMsOfEach(pids: readonly number[]): Map<number, number> {
  return new Map(pids.flatMap((pid) => [cpuMs(pid)].flatMap((ms) => (ms === undefined ? [] : [[pid, ms] as const]))));
}

/** What the processes that are in both have used in between. */
export function cpuMsBetween(before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number {
  return [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? ms), 0);
}
