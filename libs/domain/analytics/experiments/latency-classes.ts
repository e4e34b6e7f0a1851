/**
 * A histogram of latencies that can be added to another: each class is a tenth wider than the one before, so that an estimate
 * from it is off by at most 5 % (C. Masson, J. Rim, H. Lee, "DDSketch", VLDB 12 (2019), with an accuracy of 1/21).
 */
const WIDTH = 1.1;

/** Latencies up to a millisecond are in class 0. */
export function latencyClassOf(latencyMs: number): number {
  return Math.ceil(Math.log(Math.max(1, latencyMs)) / Math.log(WIDTH));
}

export interface LatencyClass {
  class: number;
  count: number;
}

/**
 * The latency that a share of the counted do not exceed; null of none.
 *
 * @param classes in ascending order
 * @param share 0 to 1
 */
export function latencyAtShare(classes: readonly LatencyClass[], share: number): number | null {
  const total = classes.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  for (const { class: index, count } of classes) {
    before += count;
    if (before >= share * total) return middleOf(index);
  }
  return null;
}

/** As far from both bounds of the class, in proportion. */
function middleOf(index: number): number {
  return Math.round((2 * WIDTH ** index) / (WIDTH + 1));
}
