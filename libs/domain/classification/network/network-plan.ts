/** Whether a network is tried at all, and how much work it may be: some seconds at most, whatever the examples. */
import { hasFewExamples } from '../examples/few-examples';
import type { TrainingRows } from '../examples/training-rows';
import type { HeldOutTexts } from '../held-out/held-out';

/** Two thirds of a small vocabulary and the better part of a large one; more inputs gained nothing. A byte for each of the hidden units. */
export const MAX_INPUTS = 10_000;
const HIDDEN = 192;
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

/** Several networks are trained apart and merged into one; what is hidden is of each. */
export interface NetworkShape {
  networks: number;
  hidden: number;
  /** Share of the inputs, and of the hidden units, that an example does without in training. */
  dropout: number;
  epochs: number;
}

/** Of many examples one network makes the most. */
const ONE = { networks: 1, hidden: HIDDEN, dropout: 0.4 };
/** Of few, chance decides what a network sees in them: four that are smaller err less together, in as many bytes. */
const FOUR = { networks: 4, hidden: HIDDEN / 4, dropout: 0.2 };

export interface NetworkPlan {
  shape: NetworkShape;
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
  const shape = { ...shapeFor(data), epochs: Math.min(MOST_EPOCHS, affordableEpochs(data)) };
  return { shape, folds: enoughOf(folds), groups: enoughOf(groups) };
}

function shapeFor(data: TrainingRows): Omit<NetworkShape, 'epochs'> {
  return hasFewExamples(data) ? FOUR : ONE;
}

function affordableEpochs(data: TrainingRows): number {
  return Math.floor(MAX_WORK / workOf(data));
}

/** Multiplications of one epoch; dropout spares the rest. */
function workOf(data: TrainingRows): number {
  const { networks, hidden, dropout } = shapeFor(data);
  const inputs = data.rows.ids.reduce((sum, id) => sum + (id < MAX_INPUTS ? 1 : 0), 0);
  const kept = 1 - dropout;
  return networks * hidden * (1.4 * kept * kept * inputs + 1.7 * kept * data.texts.length * data.intents.length);
}

function enoughOf(holdouts: readonly HeldOutTexts[]): HeldOutTexts[] {
  let texts = 0;
  return holdouts.filter(({ held }) => {
    if (texts >= ENOUGH_HELD_OUT) return false;
    texts += held.length;
    return true;
  });
}
