/** When to try again after a connection has broken. */

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;

/** Doubles with every attempt; up to a half of it is chance, so that visitors do not come back all at once. */
export function waitBeforeMs(attempt: number, chance: number = Math.random()): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (1 - chance / 2);
}

/** Ends early when the browser is online again, or the signal aborts. */
export function waitToRetry(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => resolve();
    // Some browsers say that they are offline when they are not, so even then the wait has an end.
    setTimeout(end, navigator.onLine ? waitBeforeMs(attempt) : LONGEST_WAIT_MS);
    addEventListener('online', end, { once: true, signal });
    signal.addEventListener('abort', end);
  });
}
