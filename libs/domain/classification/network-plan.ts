/** Whether a network is tried at all, and how much work it may be: some seconds at most, whatever the examples. */
import type { HeldOutTexts } from './held-out';
import type { TrainingRows } from './training-rows';

/** Two thirds of a small vocabulary and the better part of a large one; more inputs gained nothing. A byte for each of the hidden units. */
export const MAX_INPUTS = 10_000;
export const HIDDEN = 192;
/** Fewer leave nothing to hold out that would show whether it helps. */
const FEWEST_ROWS = 200;
const MOST_INTENTS = 500;
/** More make the network surer, not better. */
const MOST_EPOCHS = 12;
const FEWEST_EPOCHS = 4;
/** Multiplications of one fit: about ten seconds. */
const MAX_WORK = 1e10;
/** Calibration gains nothing by more. */
const ENOUGH_HELD_OUT = 2_500;

export interface NetworkPlan {
  epochs: number;
  /** The parts of the examples and of the intents that are held out, of those at hand; the others are not worth the time. */
  folds: HeldOutTexts[];
  groups: HeldOutTexts[];
}

/** Not with too few examples, nor with too much work for what a network adds. */
export function canHaveNetwork(data: TrainingRows): boolean {
  const outputs = data.intents.length;
  if (data.texts.length < FEWEST_ROWS || outputs < 2 || outputs > MOST_INTENTS) return false;
  return affordableEpochs(data) >= FEWEST_EPOCHS;
}

export function planNetwork(
  data: TrainingRows,
  folds: readonly HeldOutTexts[],
  groups: readonly HeldOutTexts[],
): NetworkPlan {
  const epochs = Math.min(MOST_EPOCHS, affordableEpochs(data));
  return { epochs, folds: enoughOf(folds), groups: enoughOf(groups) };
}

function affordableEpochs(data: TrainingRows): number {
  return Math.floor(MAX_WORK / workOf(data));
}

/** Multiplications of one epoch; dropout spares the rest. */
function workOf({ rows, intents, texts }: TrainingRows): number {
  const inputs = rows.ids.reduce((sum, id) => sum + (id < MAX_INPUTS ? 1 : 0), 0);
  return HIDDEN * (0.5 * inputs + texts.length * intents.length);
}

function enoughOf(holdouts: readonly HeldOutTexts[]): HeldOutTexts[] {
  let texts = 0;
  return holdouts.filter(({ held }) => {
    if (texts >= ENOUGH_HELD_OUT) return false;
    texts += held.length;
    return true;
  });
}
