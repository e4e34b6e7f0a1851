import type { Calibration } from '../calibration';
import { type LabelledText, OUT_OF_SCOPE } from '../classifier.types';
import type { HeldOutText } from '../held-out';
import { NO_INTENT, type TrainingRows } from '../training-rows';
import { calibrationCurveOf, calibrationErrorOf } from './calibration-curve';
import { confusionsOf, errorPairsOf } from './confusions';
import { isRight, type JudgedText, judgedTexts, ratio, shownText } from './judged-texts';
import { writeJudgements } from './judgements';
import { contradictionsOf, duplicatesOf, shownGroups } from './repeated-examples';
import type { IntentScores, LearningPoint, TrainingReport } from './report.types';
import { scopeFiguresOf } from './scope-figures';
import { suggestionsOf } from './suggestions';

const SMALLEST_PROBABILITY = 1e-12;

export interface Measured extends Calibration {
  examples: readonly LabelledText[];
  heldOut: readonly HeldOutText[];
  /** Texts of intents that were left out. */
  leftOut: readonly HeldOutText[];
  folds: number;
  learningCurve: readonly LearningPoint[];
}

/** With a single intent every prediction is right, which says nothing: its figures stay null. */
export function reportOf(data: TrainingRows, measured: Measured): { report: TrainingReport; judgements: Uint8Array } {
  const judged = judgedTexts(measured.heldOut, measured);
  const inScope = judged.filter(({ intent }) => intent !== NO_INTENT);
  const isTelling = inScope.length > 0 && data.intents.length > 1;
  const pairs = isTelling ? errorPairsOf(inScope) : [];
  const [duplicates, contradictions] = [duplicatesOf(data), contradictionsOf(data)];
  const counts = countsOf(measured.examples);
  const outOfScopeExamples = counts.get(OUT_OF_SCOPE) ?? 0;
  const figures = {
    examples: measured.examples.length - outOfScopeExamples,
    intents: data.intents.length,
    outOfScopeExamples,
    heldOutExamples: inScope.length,
    perIntent: scoresOf(data.intents, counts, inScope),
    ...figuresOf(data.intents, isTelling ? inScope : []),
    folds: measured.folds,
    threshold: measured.threshold,
    confusions: confusionsOf(pairs, data.intents, (row) => shownText(data.texts[row]!)),
    scope: scopeFiguresOf(measured.heldOut, measured.leftOut, measured),
    duplicates: shownGroups(
      duplicates,
      duplicates.reduce((sum, { count }) => sum + count - 1, 0),
    ),
    contradictions: shownGroups(contradictions, contradictions.length),
    learningCurve: measured.learningCurve,
  };
  const suggestions = suggestionsOf({ data, judged: isTelling ? inScope : [], pairs, contradictions, figures });
  return { report: { ...figures, suggestions }, judgements: judgementsOf(data, judged) };
}

function figuresOf(intents: readonly string[], judged: readonly JudgedText[]) {
  const judgedIntents = new Set(judged.map(({ intent }) => intents[intent]!));
  const scores = scoresOf(intents, new Map(), judged).filter(({ intent }) => judgedIntents.has(intent));
  const loss = (text: JudgedText) => -Math.log(Math.max(text.probability, SMALLEST_PROBABILITY));
  return {
    accuracy: meanOf(judged, (text) => (isRight(text) ? 1 : 0)),
    macroF1: meanOf(scores, ({ f1 }) => f1),
    loss: meanOf(judged, loss),
    calibrationError: judged.length === 0 ? null : calibrationErrorOf(judged),
    calibrationCurve: calibrationCurveOf(judged),
  };
}

function countsOf(examples: readonly LabelledText[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { intent } of examples) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  return counts;
}

function scoresOf(
  intents: readonly string[],
  counts: ReadonlyMap<string, number>,
  judged: readonly JudgedText[],
): IntentScores[] {
  const [right, actual, claimed] = [0, 0, 0].map(() => new Float64Array(intents.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
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

function judgementsOf({ intents, keys, texts }: TrainingRows, judged: readonly JudgedText[]): Uint8Array {
  // A model without intents predicts none.
  const told = intents.length === 0 ? [] : judged;
  return writeJudgements({
    intents,
    judged: told.map(({ row, ...said }) => ({ ...said, key: keys[row]!, text: texts[row]! })),
  });
}

function meanOf<Item>(items: readonly Item[], of: (item: Item) => number): number | null {
  return items.length === 0 ? null : items.reduce((sum, item) => sum + of(item), 0) / items.length;
}
