/** How much a receiver is given at the same time: more with each success, half with each failure and each slow answer. */

/** Requests at the same time to one webhook, of one process. */
export const MAX_WINDOW = 16;
const FIRST_WINDOW = 4;
/** Of one that answers, though slowly: it is not held back to one at a time. */
const MIN_WINDOW_OF_SLOW = 2;

/** Deliveries of one statement. */
export const MAX_CLAIM = 100;
/** Of a receiver whose pace is not known yet. */
const FIRST_CLAIM = MAX_WINDOW;
/** What is claimed at once should be sent within this time; others could take the rest. */
const CLAIM_TIME_MS = 5_000;
/** Weight of the last answer in the mean of how long they take. */
const RECENT = 0.2;

export class SendWindow {
  private present: number;
  private meanMs: number | undefined;

  constructor(
    /** An answer that takes longer is slow. */
    private readonly slowMs: number,
    isFailing: boolean,
  ) {
    this.present = isFailing ? 1 : FIRST_WINDOW;
  }

  /** Requests at the same time. */
  get size(): number {
    return this.present;
  }

  /** Deliveries to claim at once. */
  get claimSize(): number {
    if (this.present === 1) return 1;
    if (this.meanMs === undefined) return FIRST_CLAIM;
    const reach = Math.floor((this.present * CLAIM_TIME_MS) / Math.max(1, this.meanMs));
    return Math.min(MAX_CLAIM, Math.max(this.present, reach));
  }

  noteSuccess(durationMs: number): void {
    this.noteDuration(durationMs);
    if (durationMs > this.slowMs) this.halve(MIN_WINDOW_OF_SLOW);
    else this.present = Math.min(MAX_WINDOW, this.present + 1);
  }

  noteFailure(durationMs: number): void {
    this.noteDuration(durationMs);
    this.halve(1);
  }

  private noteDuration(durationMs: number): void {
    this.meanMs = this.meanMs === undefined ? durationMs : this.meanMs + RECENT * (durationMs - this.meanMs);
  }

  private halve(least: number): void {
    this.present = Math.max(Math.min(this.present, least), Math.floor(this.present / 2));
  }
}
