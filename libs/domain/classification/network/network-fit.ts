import { NO_INTENT, type TrainingRows } from '../examples/training-rows';
import { SeededRandom } from '../seeded-random';
import { mergeNetworks } from './network-merge';
import { MAX_INPUTS, type NetworkShape } from './network-plan';
import { type Network, NetworkTrainer, NO_OUTPUT } from './network-trainer';
import { type PackedNetwork, packNetwork } from './packed-network';

const SMOOTHING = 0.05;
const RATE = 0.05;
/** A few hundredths of a second. */
const ROWS_PER_STEP = 500;
/** Between the seeds of the networks that are merged. */
const SEED_STEP = 10;

/** A network that has learnt the chosen rows, in another order each epoch. */
export function fitNetwork(
  data: TrainingRows,
  chosen: Int32Array,
  shape: NetworkShape,
  seed: number,
  onStep: (share: number) => void,
): PackedNetwork {
  const { networks: count } = shape;
  const networks = Array.from({ length: count }, (_, at) =>
    fitOne(data, chosen, shape, seed + SEED_STEP * at, (share) => onStep((at + share) / count)),
  );
  return packNetwork(mergeNetworks(networks));
}

function fitOne(
  data: TrainingRows,
  chosen: Int32Array,
  { hidden, dropout, epochs }: NetworkShape,
  seed: number,
  onStep: (share: number) => void,
): Network {
  const trainer = new NetworkTrainer({
    inputs: Math.min(MAX_INPUTS, data.vocabulary.size),
    hidden,
    outputs: data.intents.length,
    dropout,
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
  return trainer.network;
}
