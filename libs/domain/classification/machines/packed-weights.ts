/**
 * The machines of all intents as bytes: a weight is a whole number from -127 to 127 times the scale of its intent, and
 * most are zero and not kept. They lie together by feature, because a text has a hundred features and every intent
 * wants to hear of each.
 */

import type { SparseVector } from '../features/vocabulary';
import type { SvmSolution } from './linear-svm';

/** Numbers of intents are stored in two bytes. */
export const MAX_INTENTS = 0xffff;

const LEVELS = 127;
/** Keeps the artefact of any training under 10 MB: two bytes each, three with more than 256 intents. */
const MAX_WEIGHTS = 2_400_000;

/** The weights of one intent that are not zero. */
export interface IntentWeights {
  ids: Int32Array;
  levels: Int8Array;
  scale: number;
  bias: number;
}

export interface WeightTable {
  /** Where the weights of a feature start; one more than there are features. */
  starts: Uint32Array;
  intents: Uint16Array;
  levels: Int8Array;
  /** By intent. */
  scales: Float32Array;
  biases: Float32Array;
}

export function roundWeights({ weights, bias }: SvmSolution): IntentWeights {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / LEVELS || 1;
  const ids = Int32Array.from(weights.keys()).filter((id) => Math.round(weights[id]! / scale) !== 0);
  return { ids, levels: Int8Array.from(ids, (id) => Math.round(weights[id]! / scale)), scale, bias };
}

export function tabulate(features: number, intents: readonly IntentWeights[]): WeightTable {
  const least = leastLevel(intents);
  const isKept = (level: number) => Math.abs(level) >= least;
  const starts = new Uint32Array(features + 1);
  for (const { ids, levels } of intents) {
    for (let at = 0; at < ids.length; at++) if (isKept(levels[at]!)) starts[ids[at]! + 1]!++;
  }
  for (let id = 0; id < features; id++) starts[id + 1]! += starts[id]!;
  const next = starts.slice();
  const table: WeightTable = {
    starts,
    intents: new Uint16Array(starts[features]!),
    levels: new Int8Array(starts[features]!),
    scales: Float32Array.from(intents, ({ scale }) => scale),
    biases: Float32Array.from(intents, ({ bias }) => bias),
  };
  intents.forEach(({ ids, levels }, intent) => {
    ids.forEach((id, at) => {
      if (!isKept(levels[at]!)) return;
      table.intents[next[id]!] = intent;
      table.levels[next[id]!++] = levels[at]!;
    });
  });
  return table;
}

/** The smallest level of which all and larger ones find room. */
function leastLevel(intents: readonly IntentWeights[]): number {
  const counts = new Float64Array(LEVELS + 1);
  for (const { levels } of intents) for (const level of levels) counts[Math.abs(level)]!++;
  let least = LEVELS;
  for (let room = MAX_WEIGHTS - counts[LEVELS]!; least > 1 && room >= counts[least - 1]!; room -= counts[least]!)
    least--;
  return least;
}

export function marginsOf(
  { starts, intents, levels, scales, biases }: WeightTable,
  vector: SparseVector,
): Float32Array {
  const sums = new Float32Array(scales.length);
  for (let i = 0; i < vector.ids.length; i++) {
    const id = vector.ids[i]!;
    const value = vector.values[i]!;
    const end = starts[id + 1]!;
    for (let at = starts[id]!; at < end; at++) sums[intents[at]!]! += value * levels[at]!;
  }
  return sums.map((sum, intent) => sum * scales[intent]! + biases[intent]!);
}

export function weightBytes({ starts, intents, levels, scales, biases }: WeightTable): number {
  return [starts, intents, levels, scales, biases].reduce((sum, { byteLength }) => sum + byteLength, 0);
}
