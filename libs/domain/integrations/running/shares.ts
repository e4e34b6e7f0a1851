/**
 * Weights as shares of all conversations. Choosing by chance leaves shares to luck: of 2,000 choices at 50 % one time in 14 is off by
 * 2 %. The points of a low-discrepancy sequence (Weyl's, by the golden ratio: (start + n·φ) mod 1) fill every share evenly, so
 * that the n-th prefix of it is off by a few conversations only, however long it is, and whichever the weights are.
 */
export interface Weighted {
  weight: number;
}

const GOLDEN_RATIO_PART = (Math.sqrt(5) - 1) / 2;

/** The n-th point, 0 up to 1. */
export function pointAt(start: number, n: number): number {
  return (start + n * GOLDEN_RATIO_PART) % 1;
}

/** The one in whose share the point lies; undefined when none has a weight. */
export function chosenAt<One extends Weighted>(point: number, among: readonly One[]): One | undefined {
  const weighty = among.filter(({ weight }) => weight > 0);
  const sum = weighty.reduce((total, { weight }) => total + weight, 0);
  let rest = point * sum;
  return (
    weighty.find(({ weight }) => {
      rest -= weight;
      return rest < 0;
    }) ?? weighty.at(-1)
  );
}

/**
 * Points for what is chosen in one process. Each process has a start of its own, so that several need not ask each other, and
 * are off by no more than the sum of their few. A point whose choice was not needed is used for the next one.
 */
export class Points {
  private n = 0;
  private readonly unused: number[] = [];

  constructor(private readonly start: number) {}

  next(): number {
    const known = this.unused.pop();
    if (known !== undefined) return known;
    this.n += 1;
    return pointAt(this.start, this.n);
  }

  giveBack(point: number): void {
    this.unused.push(point);
  }
}
