/**
 * How many texts a model is given at once; an adapter cuts them into what its provider takes, and asks for several parts at
 * the same time. A model that answers quickly gets more, so that neither it nor the database waits for round trips; one that
 * runs on a slow machine gets few, so that it answers before its time is over.
 */
import { SECOND_MS } from '#kernel';

export const FIRST_BATCH = 64;
const MAX_BATCH = 256;
const MIN_BATCH = 16;
const QUICK_MS = 3 * SECOND_MS;
const SLOW_MS = 20 * SECOND_MS;

export class BatchSize {
  texts = FIRST_BATCH;

  /** @param nowMs a clock that never goes back */
  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  async time<Result>(embed: () => Promise<Result>): Promise<Result> {
    const startMs = this.nowMs();
    const result = await embed();
    const tookMs = this.nowMs() - startMs;
    if (tookMs < QUICK_MS) this.texts = Math.min(MAX_BATCH, this.texts * 2);
    else if (tookMs > SLOW_MS) this.texts = Math.max(MIN_BATCH, Math.floor(this.texts / 2));
    return result;
  }
}
