export interface Deadline {
  signal: AbortSignal;
  /** Aborts it now. */
  abort(): void;
  /** Call it when what was waited for has ended. */
  end(): void;
}

/** Aborted after the time or with `signal`. Cheaper than `AbortSignal.any`, of which each call would leave one behind. */
export function deadlineIn(timeoutMs: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, abort, end };
}
