import { HIDDEN, MAX_INPUTS } from './network-plan';
import { NetworkTrainer, NO_OUTPUT } from './network-trainer';
import { type PackedNetwork, packNetwork } from './packed-network';
import { SeededRandom } from './seeded-random';
import { NO_INTENT, type TrainingRows } from './training-rows';

const DROPOUT = 0.4;
const SMOOTHING = 0.05;
const RATE = 0.05;
/** A few hundredths of a second. */
const ROWS_PER_STEP = 500;

/** A network that has learnt the chosen rows, in another order each epoch. */
export function fitNetwork(
  data: TrainingRows,
  chosen: Int32Array,
  epochs: number,
  seed: number,
  onStep: (share: number) => void,
): PackedNetwork {
  const trainer = new NetworkTrainer({
    inputs: Math.min(MAX_INPUTS, data.vocabulary.size),
    hidden: HIDDEN,
    outputs: data.intents.length,
    dropout: DROPOUT,
    smoothing: SMOOTHING,
    rate: RATE,
    seed: seed + 3,
  });
  const random = new SeededRandom(seed + 4);
  const order = chosen.slice();
  for (let epoch = 0; epoch < epochs; epoch++) {
    random.shuffle(order);
    order.forEach((row, at) => {
      if (at % ROWS_PER_STEP === 0) onStep((epoch + at / order.length) / epochs);
      const intent = data.intentOf[row]!;
      trainer.learn(data.rows, row, intent === NO_INTENT ? NO_OUTPUT : intent);
    });
  }
  return packNetwork(trainer.network);
}
