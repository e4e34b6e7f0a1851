/** Of work that ends before those do whom it follows. */
export interface Following {
  signal: AbortSignal;
  abort(reason?: unknown): void;
  /** To be called when the work has ended: nothing of it stays with those whom it followed. */
  end(): void;
}

/**
 * A signal that aborts with the first of others, for their reason. `AbortSignal.any` would keep each signal that somebody listens
 * to until one of the others aborts; with one that lives as long as the process that is for ever.
 */
export function following(...others: readonly AbortSignal[]): Following {
  const controller = new AbortController();
  const links = others.map((other) => ({ other, follow: () => controller.abort(other.reason) }));
  for (const { other, follow } of links) {
    if (other.aborted) follow();
    else other.addEventListener('abort', follow);
  }
  return {
    signal: controller.signal,
    abort: (reason) => controller.abort(reason),
    end: () => {
      for (const { other, follow } of links) other.removeEventListener('abort', follow);
    },
  };
}
