import { type ClassifierParts, writeArtefact } from './artefact/artefact';
import type { LabelledText, TrainedClassifier, TrainingOptions, TrainingStage } from './classifier.types';
import { calibrate, chooseBlend } from './confidence/calibration';
import type { Blend } from './confidence/intent-probability';
import { nearestRows } from './examples/nearest-rows';
import { prepareRows, type TrainingRows } from './examples/training-rows';
import { type HeldOutTexts, holdOutFolds, holdOutIntents } from './held-out/held-out';
import { addShared, claimsOf } from './machines/claims';
import { type Claim, OneVsRest, type SupportRows, supportOf } from './machines/one-vs-rest';
import { type IntentWeights, MAX_INTENTS, roundWeights, tabulate } from './machines/packed-weights';
import { fitNetwork } from './network/network-fit';
import { canHaveNetwork, type NetworkShape, planNetwork } from './network/network-plan';
import type { PackedNetwork } from './network/packed-network';
import { learningCurveOf } from './report/learning-curve';
import { reportOf } from './report/training-report';

const FOLDS = 5;

type Tell = (share: number) => void;

/** What is held out, and what network is asked about it, if any. */
interface Trial {
  folds: readonly HeldOutTexts[];
  groups: readonly HeldOutTexts[];
  shape?: NetworkShape;
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
  const claims = claimsOf(data);
  const machines = new OneVsRest(data, claims, seed);
  const { weights, supports } = fitAll(data, machines, claims, within('fitting', 5, 20));
  const trial = trialOf(data, claims, Math.min(20, Math.max(2, Math.floor(options.folds ?? FOLDS))), seed);
  askMachines(machines, supports, trial, within('validating', 20, 35));
  askNetworks(data, trial, seed, within('validating', 35, 70));
  const blend = chooseBlend(trial.folds.flatMap((fold) => fold.votes()));
  const carried = nearestRows(data);
  const heldOut = textsOf(trial.folds, carried, blend, within('validating', 70, 72));
  const leftOut = textsOf(trial.groups, carried, blend, within('validating', 72, 74));
  const { confidence, threshold } = calibrate(data.intents.length, blend, heldOut, leftOut);
  const [fold] = trial.folds;
  const hasNetwork = trial.shape !== undefined;
  const learningCurve = learningCurveOf({ data, claims, seed }, fold, hasNetwork, within('validating', 74, 77));
  const network = finalNetwork(data, trial, blend, seed, within('fitting', 77, 98));
  within('packing', 98, 100)(0);
  const artefact = artefactOf(data, { weights, network, confidence, threshold, carried });
  const folds = trial.folds.length;
  const told = reportOf(data, { examples, heldOut, leftOut, confidence, threshold, folds, learningCurve });
  within('packing', 98, 100)(1);
  return { artefact, ...told };
}

/** Of all examples; none where held-out texts did not say that it helps. */
function finalNetwork(
  data: TrainingRows,
  { shape }: Trial,
  { networkSharpness }: Blend,
  seed: number,
  tell: Tell,
): PackedNetwork | undefined {
  if (networkSharpness === 0 || shape === undefined) return undefined;
  const everything = Int32Array.from({ length: data.rows.count }, (_, row) => row);
  return fitNetwork(data, everything, shape, seed, tell);
}

interface Parts extends Pick<ClassifierParts, 'network' | 'confidence' | 'threshold'> {
  weights: readonly IntentWeights[];
  carried: readonly Int32Array[];
}

function artefactOf(data: TrainingRows, { weights, carried, ...parts }: Parts): Uint8Array {
  const { intents, language, spelledWords, vocabulary, maxTextLength, foldedTexts } = data;
  return writeArtefact({
    ...parts,
    intents,
    language,
    spelledWords,
    vocabulary,
    maxTextLength,
    weights: tabulate(vocabulary.size, weights),
    nearestTexts: carried.map((rows) => Array.from(rows, (row) => foldedTexts[row]!)),
  });
}

function fitAll(data: TrainingRows, machines: OneVsRest, claims: readonly Claim[], tell: Tell) {
  const supports: SupportRows[] = [];
  let fitted = 0;
  const fitClaim = (at: number) => {
    tell(fitted++ / claims.length);
    const solution = machines.fit(at);
    supports[at] = supportOf(solution);
    return solution;
  };
  const sharedFrom = data.intents.length;
  const shared = claims.slice(sharedFrom).map((claim, at) => ({ claim, solution: fitClaim(sharedFrom + at) }));
  const weights = data.intents.map(
    (_, intent): IntentWeights => roundWeights(addShared(fitClaim(intent), intent, shared)),
  );
  return { weights, supports };
}

function trialOf(data: TrainingRows, claims: readonly Claim[], foldCount: number, seed: number): Trial {
  const isNetworkTried = canHaveNetwork(data);
  const isShared = claims.length > data.intents.length;
  const folds = holdOutFolds(data, foldCount);
  const groups = holdOutIntents(data, seed, isNetworkTried || isShared);
  return isNetworkTried ? planNetwork(data, folds, groups) : { folds, groups };
}

function askMachines(
  machines: OneVsRest,
  supports: readonly SupportRows[],
  { folds, groups }: Trial,
  tell: Tell,
): void {
  supports.forEach((support, claim) => {
    tell(claim / supports.length);
    machines.ask(claim, support, [...folds, ...groups]);
  });
}

function askNetworks(data: TrainingRows, { folds, groups, shape }: Trial, seed: number, tell: Tell): void {
  if (shape === undefined) return;
  const holdouts = [...folds, ...groups];
  holdouts.forEach((holdout, at) => {
    const network = fitNetwork(data, holdout.kept, shape, seed, (share) => tell((at + share) / holdouts.length));
    holdout.askNetwork(network);
  });
}

function textsOf(holdouts: readonly HeldOutTexts[], carried: readonly Int32Array[], blend: Blend, tell: Tell) {
  return holdouts.flatMap((holdout, at) => {
    tell(at / holdouts.length);
    return holdout.texts(carried, blend);
  });
}
