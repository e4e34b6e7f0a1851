import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longer than this nobody else in the process waits for one file. */
const SLICE_MS = 15;

/** Lets long work give way: call `step` between pieces of it. */
export class Pace {
  private sliceStartedMs = performance.now();

  constructor(private readonly signal?: AbortSignal) {}

  /** Costs next to nothing until the slice is used up. @throws the reason of the signal when it has aborted */
  async step(): Promise<void> {
    if (performance.now() - this.sliceStartedMs < SLICE_MS) return;
    await nextTurn();
    this.signal?.throwIfAborted();
    this.sliceStartedMs = performance.now();
  }

  /** For loops over many small pieces: true when it is time to await `step`. */
  get isDue(): boolean {
    return performance.now() - this.sliceStartedMs >= SLICE_MS;
  }
}
