import type { Calibration } from './calibration';
import {
  type IntentConfusion,
  type IntentScores,
  type LabelledText,
  OUT_OF_SCOPE,
  type TrainingReport,
} from './classifier.types';
import { scopeProbability } from './confidence';
import type { HeldOutText } from './held-out';
import { probabilitiesOf } from './intent-probability';
import { NO_INTENT, type TrainingRows } from './training-rows';

const MAX_CONFUSIONS = 50;
const MAX_TEXTS = 3;
const MAX_SHOWN_LENGTH = 300;
const BINS = 15;
const SMALLEST_PROBABILITY = 1e-12;

/** One held-out example in scope. */
interface Judged {
  intent: number;
  predicted: number;
  /** That the predicted intent is right. */
  confidence: number;
  /** Given to the true intent. */
  probability: number;
  text: string;
}

/** With a single intent every prediction is right, which says nothing: its figures stay null. */
export function reportOf(
  examples: readonly LabelledText[],
  data: TrainingRows,
  heldOut: readonly HeldOutText[],
  { confidence, threshold, folds }: Calibration & { folds: number },
): TrainingReport {
  const judged = heldOut
    .filter(({ intent }) => intent !== NO_INTENT)
    .map(({ row, intent, scores, predicted, signs }): Judged => {
      const scope = scopeProbability(confidence, signs);
      const shares = probabilitiesOf(scores);
      const text = data.texts[row]!;
      return { intent, predicted, confidence: scope * shares[predicted]!, probability: scope * shares[intent]!, text };
    });
  const counts = new Map<string, number>();
  for (const { intent } of examples) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const outOfScopeExamples = counts.get(OUT_OF_SCOPE) ?? 0;
  const perIntent = scoresOf(data.intents, counts, judged);
  const isTelling = judged.length > 0 && data.intents.length > 1;
  const share = (of: (one: Judged) => number) => judged.reduce((sum, one) => sum + of(one), 0) / judged.length;
  const judgedIntents = new Set(judged.map(({ intent }) => data.intents[intent]!));
  return {
    examples: examples.length - outOfScopeExamples,
    intents: data.intents.length,
    outOfScopeExamples,
    accuracy: isTelling ? share((one) => (one.intent === one.predicted ? 1 : 0)) : null,
    macroF1: isTelling ? mean(perIntent.filter(({ intent }) => judgedIntents.has(intent)).map(({ f1 }) => f1)) : null,
    loss: isTelling ? share((one) => -Math.log(Math.max(one.probability, SMALLEST_PROBABILITY))) : null,
    calibrationError: isTelling ? calibrationErrorOf(judged) : null,
    folds,
    threshold,
    perIntent,
    confusions: confusionsOf(data.intents, judged),
  };
}

function scoresOf(
  intents: readonly string[],
  counts: ReadonlyMap<string, number>,
  judged: readonly Judged[],
): IntentScores[] {
  const right = new Float64Array(intents.length);
  const actual = new Float64Array(intents.length);
  const claimed = new Float64Array(intents.length);
  for (const { intent, predicted } of judged) {
    actual[intent]!++;
    claimed[predicted]!++;
    if (intent === predicted) right[intent]!++;
  }
  return intents.map((intent, index) => ({
    intent,
    examples: counts.get(intent) ?? 0,
    precision: ratio(right[index]!, claimed[index]!),
    recall: ratio(right[index]!, actual[index]!),
    f1: ratio(2 * right[index]!, claimed[index]! + actual[index]!),
  }));
}

function confusionsOf(intents: readonly string[], judged: readonly Judged[]): IntentConfusion[] {
  const pairs = new Map<string, { intent: string; predicted: string; count: number; texts: string[] }>();
  for (const { intent, predicted, text } of judged) {
    if (intent === predicted) continue;
    const key = `${intent} ${predicted}`;
    const pair = pairs.get(key) ?? { intent: intents[intent]!, predicted: intents[predicted]!, count: 0, texts: [] };
    pair.count++;
    if (pair.texts.length < MAX_TEXTS) pair.texts.push(text.slice(0, MAX_SHOWN_LENGTH));
    pairs.set(key, pair);
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count).slice(0, MAX_CONFUSIONS);
}

/** Mean distance between confidence and the share that was right, over bins of equal width (Guo et al. 2017). */
function calibrationErrorOf(judged: readonly Judged[]): number {
  const drift = new Float64Array(BINS);
  for (const { intent, predicted, confidence } of judged) {
    drift[Math.min(BINS - 1, Math.floor(confidence * BINS))]! += confidence - (intent === predicted ? 1 : 0);
  }
  return drift.reduce((sum, value) => sum + Math.abs(value), 0) / judged.length;
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
