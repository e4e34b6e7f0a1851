import type { JudgedText } from './judged-texts';
import type { IntentScores } from './report.types';

/** @param examples by intent */
export function scoresOf(
  intents: readonly string[],
  examples: ReadonlyMap<string, number>,
  judged: readonly JudgedText[],
): IntentScores[] {
  const actual = countedBy(judged, ({ intent }) => intent);
  const claimed = countedBy(judged, ({ predicted }) => predicted);
  const right = countedBy(
    judged.filter(({ intent, predicted }) => intent === predicted),
    ({ intent }) => intent,
  );
  return intents.map((intent, index) => {
    const [rights, actuals, claims] = [right, actual, claimed].map((counts) => counts.get(index) ?? 0) as Counts;
    return {
      intent,
      examples: examples.get(intent) ?? 0,
      precision: ratio(rights, claims),
      recall: ratio(rights, actuals),
      f1: ratio(2 * rights, claims + actuals),
    };
  });
}

type Counts = [rights: number, actuals: number, claims: number];

export function countedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
