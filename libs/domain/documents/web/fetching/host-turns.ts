import { setTimeout as delay } from 'node:timers/promises';

interface Line {
  /** Settles when the last of those that wait has had its turn. */
  tail: Promise<unknown>;
  waiting: number;
  lastEndMs: number;
  /** When it has asked to be left alone. */
  restEndMs: number;
}

/** Hosts that are remembered though nobody waits for them. */
const MAX_IDLE = 1_000;

/** One request at a time to each host, and a pause before the next, whichever sources of this process ask it. */
export class HostTurns {
  private readonly lines = new Map<string, Line>();

  /** @throws what the work throws; the reason of the signal when it aborts while this waits */
  async take<T>(host: string, pauseMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const line = this.lineOf(host);
    const before = line.tail;
    const turn = Promise.withResolvers<void>();
    line.tail = before.then(() => turn.promise);
    line.waiting += 1;
    try {
      await untilAborted(before, signal);
      const waitMs = Math.max(line.lastEndMs + pauseMs, line.restEndMs) - performance.now();
      if (waitMs > 0) await delay(waitMs, undefined, { signal });
      signal.throwIfAborted();
      return await work();
    } finally {
      line.lastEndMs = performance.now();
      line.waiting -= 1;
      turn.resolve();
    }
  }

  /** Nobody gets a turn before this time is over. */
  rest(host: string, restMs: number): void {
    const line = this.lineOf(host);
    line.restEndMs = Math.max(line.restEndMs, performance.now() + restMs);
  }

  private lineOf(host: string): Line {
    const known = this.lines.get(host);
    if (known) return known;
    if (this.lines.size >= MAX_IDLE) {
      for (const [name, { waiting }] of this.lines) if (waiting === 0) this.lines.delete(name);
    }
    const never = Number.NEGATIVE_INFINITY;
    const line: Line = { tail: Promise.resolve(), waiting: 0, lastEndMs: never, restEndMs: never };
    this.lines.set(host, line);
    return line;
  }
}

async function untilAborted(before: Promise<unknown>, signal: AbortSignal): Promise<void> {
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.throwIfAborted();
  signal.addEventListener('abort', abort, { once: true });
  try {
    await Promise.race([before, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
