import { isRight, type JudgedText } from './judged-texts';
import type { IntentConfusion } from './report.types';

const MAX_CONFUSIONS = 50;
const MAX_TEXTS = 5;

/** Two intents, the lower index first, and the examples of either that were taken for the other. */
export interface ErrorPair {
  first: number;
  second: number;
  errors: JudgedText[];
}

/** The pairs with the most errors first. */
export function errorPairsOf(judged: readonly JudgedText[]): ErrorPair[] {
  const pairs = new Map<string, ErrorPair>();
  for (const text of judged) {
    if (isRight(text)) continue;
    const [first, second] = [Math.min(text.intent, text.predicted), Math.max(text.intent, text.predicted)];
    const key = `${first} ${second}`;
    const pair = pairs.get(key) ?? { first, second, errors: [] };
    pair.errors.push(text);
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.errors.length - a.errors.length);
}

/** Both directions of a pair stand together, the pair that hurts most first. */
export function confusionsOf(
  pairs: readonly ErrorPair[],
  intents: readonly string[],
  textOf: (row: number) => string,
): IntentConfusion[] {
  const rows = pairs.flatMap(({ first, second, errors }) => {
    const directions = [
      [first, second],
      [second, first],
    ] as const;
    return directions
      .map(([intent, predicted]) => ({ intent, predicted, errors: errors.filter((text) => text.intent === intent) }))
      .filter((direction) => direction.errors.length > 0)
      .sort((a, b) => b.errors.length - a.errors.length);
  });
  return rows.slice(0, MAX_CONFUSIONS).map(({ intent, predicted, errors }) => ({
    intent: intents[intent]!,
    predicted: intents[predicted]!,
    count: errors.length,
    texts: errors.slice(0, MAX_TEXTS).map(({ row }) => textOf(row)),
  }));
}
