import { AbortError, TimeoutError } from '../errors';

/** @throws AbortError as soon as the signal aborts */
export function wait(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(abortErrorOf(signal));
    const abort = () => {
      clearTimeout(timer);
      reject(abortErrorOf(signal));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

export function abortErrorOf(signal?: AbortSignal): AbortError {
  return new AbortError('It was aborted.', { cause: signal?.reason });
}

/** A signal for one attempt: aborts with the caller's one, and when its time is over. */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onAbort = () => this.controller.abort(abortErrorOf(this.outer));

  /** @param timeoutMs 0 for no limit */
  constructor(
    private readonly outer: AbortSignal | undefined,
    timeoutMs: number,
  ) {
    if (outer?.aborted) this.onAbort();
    outer?.addEventListener('abort', this.onAbort, { once: true });
    if (timeoutMs > 0) {
      const late = () => this.controller.abort(new TimeoutError(`Nothing came within ${timeoutMs} ms.`));
      this.timer = setTimeout(late, timeoutMs);
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** The time no longer runs; the caller's signal still counts. */
  stopTimer(): void {
    clearTimeout(this.timer);
  }

  /** Nothing aborts it any more. */
  clear(): void {
    this.stopTimer();
    this.outer?.removeEventListener('abort', this.onAbort);
  }
}
