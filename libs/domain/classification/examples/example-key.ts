/**
 * An example as a number: its intent and its words, in 64 bits. Equal for equal examples in whatever training they stand, so
 * that parts of the cross-validation are the same, and what two trainings say of one example can be compared. Of 200,000
 * examples two have the same key once in a thousand million sets.
 */
const LANE_SEEDS = [0x243f6a88, 0x13198a2e] as const;
const BETWEEN = 0x10001;

/** @param words hashes of the folded words, in their order */
export function exampleKey(intent: string, words: readonly number[]): bigint {
  const [high, low] = LANE_SEEDS.map((seed) => laneOf(intent, words, seed));
  return (BigInt(high!) << 32n) | BigInt(low!);
}

function laneOf(intent: string, words: readonly number[], seed: number): number {
  let hash = seed;
  for (let at = 0; at < intent.length; at++) hash = step(hash, intent.charCodeAt(at));
  hash = step(hash, BETWEEN);
  for (const word of words) hash = step(hash, word);
  return finish(hash ^ (intent.length + words.length));
}

/** MurmurHash3, 32 bits, one block (Austin Appleby, public domain). */
function step(hash: number, block: number): number {
  const mixed = Math.imul(block, 0xcc9e2d51);
  const turned = hash ^ Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
  return Math.imul((turned << 13) | (turned >>> 19), 5) + 0xe6546b64;
}

function finish(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
