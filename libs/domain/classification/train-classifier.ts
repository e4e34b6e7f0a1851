import { writeArtefact } from './artefact';
import { calibrate } from './calibration';
import type { LabelledText, TrainedClassifier, TrainingOptions, TrainingStage } from './classifier.types';
import { type HeldOutTexts, holdOutFolds, holdOutIntents } from './held-out';
import { nearestRows } from './nearest-rows';
import { OneVsRest, type SupportRows, supportOf } from './one-vs-rest';
import { type IntentWeights, MAX_INTENTS, roundWeights, tabulate } from './packed-weights';
import { reportOf } from './training-report';
import { prepareRows, type TrainingRows } from './training-rows';

const FOLDS = 5;
/** Where the stages end, in percent of the time of a training of many intents. */
const ends: Readonly<Record<TrainingStage, number>> = { preparing: 8, fitting: 45, validating: 97, packing: 100 };
const starts: Readonly<Record<TrainingStage, number>> = { preparing: 0, fitting: 8, validating: 45, packing: 97 };

/**
 * Synchronous and bound by the processor: seconds for thousands of examples, so not for a thread that serves requests.
 * Examples without a letter, digit or symbol are left out; equal ones count once.
 */
export function trainClassifier(examples: readonly LabelledText[], options: TrainingOptions = {}): TrainedClassifier {
  const seed = options.seed ?? 1;
  const tell = (stage: TrainingStage, share: number) =>
    options.onProgress?.(starts[stage] + share * (ends[stage] - starts[stage]), stage);
  tell('preparing', 0);
  const data = prepareRows(examples, seed, (share) => tell('preparing', share));
  if (data.intents.length > MAX_INTENTS) throw new RangeError(`A classifier has at most ${MAX_INTENTS} intents.`);
  const machines = new OneVsRest(data, seed);
  const { weights, supports } = fitAll(data, machines, (share) => tell('fitting', share));
  const carried = nearestRows(data);
  const folds = holdOutFolds(data, Math.min(20, Math.max(2, Math.floor(options.folds ?? FOLDS))), seed);
  const groups = holdOutIntents(data, seed);
  supports.forEach((support, intent) => {
    tell('validating', (0.8 * intent) / supports.length);
    machines.ask(intent, support, [...folds, ...groups]);
  });
  const heldOut = textsOf(folds, carried, (share) => tell('validating', 0.8 + 0.1 * share));
  const leftOut = textsOf(groups, carried, (share) => tell('validating', 0.9 + 0.1 * share));
  const { confidence, threshold } = calibrate(data.intents.length, heldOut, leftOut);
  tell('packing', 0);
  const artefact = writeArtefact({
    intents: data.intents,
    vocabulary: data.vocabulary,
    weights: tabulate(data.vocabulary.size, weights),
    confidence,
    threshold,
    maxTextLength: data.maxTextLength,
    nearestTexts: carried.map((rows) => Array.from(rows, (row) => data.foldedTexts[row]!)),
  });
  const report = reportOf(examples, data, heldOut, { confidence, threshold, folds: folds.length });
  tell('packing', 1);
  return { artefact, report };
}

function fitAll(data: TrainingRows, machines: OneVsRest, tell: (share: number) => void) {
  const weights: IntentWeights[] = [];
  const supports: SupportRows[] = [];
  data.intents.forEach((_, intent) => {
    tell(intent / data.intents.length);
    const solution = machines.fit(intent);
    weights.push(roundWeights(solution));
    supports.push(supportOf(solution));
  });
  return { weights, supports };
}

function textsOf(holdouts: readonly HeldOutTexts[], carried: readonly Int32Array[], tell: (share: number) => void) {
  return holdouts.flatMap((holdout, at) => {
    tell(at / holdouts.length);
    return holdout.texts(carried);
  });
}
