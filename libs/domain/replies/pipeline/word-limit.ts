/** A time for the first word: over when it has not come, and without effect once it has. Aborted with `signal`, before and after. */
export interface WordLimit {
  signal: AbortSignal;
  /** The word has come. */
  spoken(): void;
  /** Call it when the words have ended. */
  end(): void;
}

export function wordWithin(timeoutMs: number, signal?: AbortSignal): WordLimit {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal?.addEventListener('abort', abort);
  if (signal?.aborted) abort();
  const spoken = () => clearTimeout(timer);
  const end = () => {
    spoken();
    signal?.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, spoken, end };
}
