import { type LabelledText, OUT_OF_SCOPE } from '../classifier.types';
import type { Calibration } from '../confidence/calibration';
import { NO_INTENT, type TrainingRows } from '../examples/training-rows';
import type { HeldOutText } from '../held-out/held-out';
import { calibrationCurveOf, calibrationErrorOf } from './calibration-curve';
import { confusionsOf, errorPairsOf } from './confusions';
import { countedBy, scoresOf } from './intent-scores';
import { isRight, type JudgedText, judgedTexts, shownText } from './judged-texts';
import { writeJudgements } from './judgements';
import { contradictionsOf, duplicatesOf, shownGroups } from './repeated-examples';
import type { LearningPoint, TrainingReport } from './report.types';
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
  const telling = data.intents.length > 1 ? inScope : [];
  const pairs = errorPairsOf(telling);
  const [duplicates, contradictions] = [duplicatesOf(data), contradictionsOf(data)];
  const counts = countedBy(measured.examples, ({ intent }) => intent);
  const outOfScopeExamples = counts.get(OUT_OF_SCOPE) ?? 0;
  const figures = {
    examples: measured.examples.length - outOfScopeExamples,
    intents: data.intents.length,
    outOfScopeExamples,
    heldOutExamples: inScope.length,
    perIntent: scoresOf(data.intents, counts, inScope),
    ...figuresOf(data.intents, telling),
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
  const suggestions = suggestionsOf({ data, judged: telling, pairs, contradictions, figures });
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
