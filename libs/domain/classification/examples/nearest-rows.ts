import { rowsByIntent } from '../held-out/folds';
import type { TrainingRows } from './training-rows';

/** Comparing with more finds hardly nearer ones. */
const MAX_PER_INTENT = 30;
const MAX_ROWS = 20_000;
/** UTF-16 units of all texts that a classifier carries. */
const MAX_LENGTH = 1_500_000;

/** The examples that a classifier carries, by intent. The rows are shuffled, so the first are a fair choice. */
export function nearestRows(data: TrainingRows): Int32Array[] {
  const groups = rowsByIntent(data);
  const perIntent = Math.min(MAX_PER_INTENT, Math.ceil(MAX_ROWS / Math.max(1, data.intents.length)));
  const lengthPerIntent = Math.floor(MAX_LENGTH / Math.max(1, data.intents.length));
  return data.intents.map((_, intent) => {
    let length = 0;
    const chosen = (groups.get(intent) ?? []).filter((row, at) => {
      length += data.foldedTexts[row]!.length;
      return at === 0 || (at < perIntent && length <= lengthPerIntent);
    });
    return Int32Array.from(chosen);
  });
}
