/** Between two looks at the process. */
export const LOOK_MS = 100;

/** Below this part of a bound the process counts as recovering; between it and the bound nothing changes. */
const RELAXED = 0.6;
const LEAST_STEP_UP = 0.05;
const STEP_UP = 0.1;
const MOST_OVER = 3;
const LEAST_STEP_DOWN = 0.02;
const PART_DOWN = 0.1;

/**
 * Which part of new requests is turned away: more at every look at which something is beyond its bound, the further the more,
 * and less when all of it is well below. So it settles where what is let in can be served, instead of swinging between all and
 * nothing: from nothing to all it takes half a second at four times a bound, and about three seconds back.
 */
export class Shedding {
  private share = 0;
  /** Of requests that are owed to be turned away. */
  private owed = 0;

  /** 0 to 1. */
  get part(): number {
    return this.share;
  }

  /** @param pressure 1: at the bound of whatever is nearest to its own */
  look(pressure: number): void {
    if (pressure > 1)
      this.share = Math.min(1, this.share + LEAST_STEP_UP + STEP_UP * Math.min(MOST_OVER, pressure - 1));
    else if (pressure < RELAXED) this.share = Math.max(0, this.share - LEAST_STEP_DOWN - this.share * PART_DOWN);
  }

  /** Spread evenly over those who ask. */
  turnsAway(): boolean {
    this.owed += this.share;
    if (this.owed < 1) return false;
    this.owed -= 1;
    return true;
  }
}
