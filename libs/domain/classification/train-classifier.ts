import { writeArtefact } from './artefact';
import { calibrate, chooseBlend } from './calibration';
import type { LabelledText, TrainedClassifier, TrainingOptions, TrainingStage } from './classifier.types';
import { type HeldOutTexts, holdOutFolds, holdOutIntents } from './held-out';
import type { Blend } from './intent-probability';
import { nearestRows } from './nearest-rows';
import { fitNetwork } from './network-fit';
import { canHaveNetwork, planNetwork } from './network-plan';
import { OneVsRest, type SupportRows, supportOf } from './one-vs-rest';
import { type IntentWeights, MAX_INTENTS, roundWeights, tabulate } from './packed-weights';
import { reportOf } from './training-report';
import { prepareRows, type TrainingRows } from './training-rows';

const FOLDS = 5;

type Tell = (share: number) => void;

/** What is held out, and the epochs of the network that is asked of it; 0 for none. */
interface Trial {
  folds: readonly HeldOutTexts[];
  groups: readonly HeldOutTexts[];
  epochs: number;
}

/**
 * Synchronous and bound by the processor: seconds for thousands of examples, so not for a thread that serves requests.
 * Examples without a letter, digit or symbol are left out; equal ones count once.
 */
export function trainClassifier(examples: readonly LabelledText[], options: TrainingOptions = {}): TrainedClassifier {
  const seed = options.seed ?? 1;
  const within = (stage: TrainingStage, from: number, to: number) => (share: number) =>
    options.onProgress?.(from + share * (to - from), stage);
  within('preparing', 0, 5)(0);
  const data = prepareRows(examples, seed, within('preparing', 0, 5));
  if (data.intents.length > MAX_INTENTS) throw new RangeError(`A classifier has at most ${MAX_INTENTS} intents.`);
  const machines = new OneVsRest(data, seed);
  const { weights, supports } = fitAll(data, machines, within('fitting', 5, 20));
  const trial = trialOf(data, Math.min(20, Math.max(2, Math.floor(options.folds ?? FOLDS))), seed);
  askMachines(machines, supports, trial, within('validating', 20, 35));
  askNetworks(data, trial, seed, within('validating', 35, 70));
  const blend = chooseBlend(trial.folds.flatMap((fold) => fold.votes()));
  const carried = nearestRows(data);
  const heldOut = textsOf(trial.folds, carried, blend, within('validating', 70, 73));
  const leftOut = textsOf(trial.groups, carried, blend, within('validating', 73, 76));
  const { confidence, threshold } = calibrate(data.intents.length, blend, heldOut, leftOut);
  const everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
  const network =
    blend.networkSharpness === 0
      ? undefined
      : fitNetwork(data, everything, trial.epochs, seed, within('fitting', 76, 98));
  within('packing', 98, 100)(0);
  const artefact = writeArtefact({
    intents: data.intents,
    vocabulary: data.vocabulary,
    weights: tabulate(data.vocabulary.size, weights),
    network,
    confidence,
    threshold,
    maxTextLength: data.maxTextLength,
    nearestTexts: carried.map((rows) => Array.from(rows, (row) => data.foldedTexts[row]!)),
  });
  const report = reportOf(examples, data, heldOut, { confidence, threshold, folds: trial.folds.length });
  within('packing', 98, 100)(1);
  return { artefact, report };
}

function fitAll(data: TrainingRows, machines: OneVsRest, tell: Tell) {
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

function trialOf(data: TrainingRows, foldCount: number, seed: number): Trial {
  const isNetworkTried = canHaveNetwork(data);
  const folds = holdOutFolds(data, foldCount, seed);
  const groups = holdOutIntents(data, seed, isNetworkTried);
  return isNetworkTried ? planNetwork(data, folds, groups) : { folds, groups, epochs: 0 };
}

function askMachines(
  machines: OneVsRest,
  supports: readonly SupportRows[],
  { folds, groups }: Trial,
  tell: Tell,
): void {
  supports.forEach((support, intent) => {
    tell(intent / supports.length);
    machines.ask(intent, support, [...folds, ...groups]);
  });
}

function askNetworks(data: TrainingRows, { folds, groups, epochs }: Trial, seed: number, tell: Tell): void {
  if (epochs === 0) return;
  const holdouts = [...folds, ...groups];
  holdouts.forEach((holdout, at) => {
    const network = fitNetwork(data, holdout.kept, epochs, seed, (share) => tell((at + share) / holdouts.length));
    holdout.askNetwork(network);
  });
}

function textsOf(holdouts: readonly HeldOutTexts[], carried: readonly Int32Array[], blend: Blend, tell: Tell) {
  return holdouts.flatMap((holdout, at) => {
    tell(at / holdouts.length);
    return holdout.texts(carried, blend);
  });
}
