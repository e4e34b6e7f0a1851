/** Which part of the cross-validation an example is held out in: by its key, so that it is the same in every training. */
import { NO_INTENT, type TrainingRows } from '../examples/training-rows';

/** More say nothing new, and would cost memory by their number times that of the intents. */
const MAX_HELD_OUT = 20_000;
export const NOT_HELD_OUT = -1;

/**
 * By row. Each row of an intent goes to the fold that its key says, or, when that has its fair share of the intent already,
 * to the next; so folds have about as much of each intent, and an example that is added moves few others. Intents with one
 * example are not held out.
 */
export function foldsOf(data: TrainingRows, folds: number, maxHeldOut = MAX_HELD_OUT): Int32Array {
  const foldOf = new Int32Array(data.rows.count).fill(NOT_HELD_OUT);
  const share = Math.min(1, maxHeldOut / data.texts.length);
  for (const rows of rowsByIntent(data).values()) {
    if (rows.length < 2) continue;
    const held = inKeyOrder(rows, data.keys).slice(0, Math.max(1, Math.round(rows.length * share)));
    const room = new Int32Array(folds).fill(Math.ceil(held.length / folds));
    for (const row of held) {
      let fold = Number(data.keys[row]! % BigInt(folds));
      while (room[fold] === 0) fold = (fold + 1) % folds;
      room[fold]!--;
      foldOf[row] = fold;
    }
  }
  return foldOf;
}

/** The same order in every training. */
export function inKeyOrder(rows: readonly number[], keys: BigUint64Array): number[] {
  return [...rows].sort((a, b) => (keys[a]! < keys[b]! ? -1 : 1));
}

/** Out-of-scope examples are a group too, of NO_INTENT; names and the empty row are in none. */
export function rowsByIntent({ intentOf, texts }: Pick<TrainingRows, 'intentOf' | 'texts'>): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (let row = 0; row < texts.length; row++) {
    const intent = intentOf[row] ?? NO_INTENT;
    const group = groups.get(intent);
    if (group === undefined) groups.set(intent, [row]);
    else group.push(row);
  }
  return groups;
}
