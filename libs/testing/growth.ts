/** So many times as long is the larger input. */
const STEP = 8;
/** In proportion it takes 8 times as long, squared 64 times; this lies in the middle, with room for noise either side. */
const MAX_GROWTH = 24;
/** Whatever is shorter tells nothing: a pause of the garbage collector is as long. */
const LEAST_MS = 2;
/** Other work only ever adds time, so the shortest of several runs is the truest; on a machine that is crowded it takes many. */
const MAX_ROUNDS = 30;

/**
 * Asserts that work takes time in proportion to its input and not to the square of it, on a machine of any speed: the
 * time for `size` is compared with the time for 8 times `size`, never with a limit. Choose a `size` whose square would
 * dwarf its cost in proportion, some thousands of characters.
 *
 * @throws Error with the growth it found
 */
export async function expectProportionalGrowth(
  work: (size: number) => unknown,
  size: number,
  nowMs: () => number = () => performance.now(),
): Promise<void> {
  const timeMs = async (inputSize: number) => {
    const startedMs = nowMs();
    await work(inputSize);
    return Math.max(LEAST_MS, nowMs() - startedMs);
  };
  // The first run compiles.
  await work(size);
  let [smallMs, largeMs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    smallMs = Math.min(smallMs, await timeMs(size));
    largeMs = Math.min(largeMs, await timeMs(STEP * size));
    if (largeMs / smallMs < MAX_GROWTH) return;
  }
  throw new Error(`${STEP} times the input took ${(largeMs / smallMs).toFixed(0)} times as long.`);
}
