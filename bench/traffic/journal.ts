/** What clients tried, when, and what came of it: the source of latencies, recovery times and counts of failures. */

export interface Attempt {
  kind: string;
  /** Both by `performance.now()`. */
  startMs: number;
  endMs: number;
  /** Undefined when it went well. */
  failure?: string;
}

/** Far longer than any time limit of the product: who is left without an answer for so long has been forgotten. */
const HANG_LIMIT_MS = 180_000;
const HUNG = 'no answer';

export class Journal {
  readonly attempts: Attempt[] = [];

  /** Gives what the work gives; undefined when it failed, and nobody may be sure then that nothing was done. */
  async attempt<T>(kind: string, work: () => Promise<T>): Promise<T | undefined> {
    const startMs = performance.now();
    try {
      const result = await withinLimit(work());
      this.attempts.push({ kind, startMs, endMs: performance.now() });
      return result;
    } catch (error) {
      this.attempts.push({ kind, startMs, endMs: performance.now(), failure: reasonOf(error) });
      return undefined;
    }
  }

  /** Something that was begun then has come to its good end by itself. */
  succeeded(kind: string, startMs: number): void {
    this.attempts.push({ kind, startMs, endMs: performance.now() });
  }

  /** A sentence for each kind of which requests were left without an answer. */
  hangs(): string[] {
    const hung = Map.groupBy(
      this.attempts.filter(({ failure }) => failure === HUNG),
      ({ kind }) => kind,
    );
    return [...hung].map(([kind, { length }]) => `${length} of "${kind}" got no answer in ${HANG_LIMIT_MS / 1_000} s`);
  }
}

async function withinLimit<T>(work: Promise<T>): Promise<T> {
  const limit = Promise.withResolvers<never>();
  const timer = setTimeout(() => limit.reject(new Error(HUNG)), HANG_LIMIT_MS);
  try {
    return await Promise.race([work, limit.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): string {
  const { message, cause } = error as { message: string; cause?: { code?: string; message?: string } };
  const reason = cause?.code ?? cause?.message;
  return reason === undefined ? message : `${message}: ${reason}`;
}
