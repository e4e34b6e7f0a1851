import { SparseRows } from '../features/sparse-rows';
import { mergeNetworks } from './network-merge';
import { type Network, NetworkTrainer, NO_OUTPUT } from './network-trainer';
import { logitsOf, packNetwork } from './packed-network';

const OPTIONS = { inputs: 5, hidden: 6, outputs: 3, dropout: 0, smoothing: 0.1, rate: 0.05, seed: 9 };
const ROWS = new SparseRows(7, [
  { ids: Int32Array.of(0, 2, 3), values: Float32Array.of(0.8, 0.5, -0.4) },
  { ids: Int32Array.of(1, 4, 6), values: Float32Array.of(0.7, 0.6, 0.3) },
]);

/** By differences of the loss. */
function slopeOf(trainer: NetworkTrainer, weights: Float32Array, at: number, output: number): number {
  const before = weights[at]!;
  const step = 1e-2;
  weights[at] = before + step;
  const above = trainer.lossOf(ROWS, 0, output);
  weights[at] = before - step;
  const below = trainer.lossOf(ROWS, 0, output);
  weights[at] = before;
  return (above - below) / (2 * step);
}

function copyOf({ inputWeights, hiddenBiases, outputWeights, outputBiases }: Network) {
  return {
    inputWeights: inputWeights.slice(),
    hiddenBiases: hiddenBiases.slice(),
    outputWeights: outputWeights.slice(),
    outputBiases: outputBiases.slice(),
  };
}

/** The weights of a row share their rate, so that together they go straight down. */
function expectStraightDown(slopes: readonly number[], changes: readonly number[]): void {
  const length = (values: readonly number[]) => Math.hypot(...values);
  const product = slopes.reduce((sum, slope, at) => sum - slope * changes[at]!, 0);
  if (length(slopes) < 1e-6) expect(length(changes)).toBeLessThan(1e-6);
  else expect(product / (length(slopes) * length(changes))).toBeGreaterThan(0.999);
}

describe('a network in training', () => {
  it.each([1, NO_OUTPUT])('moves all weights of a row down the slope of the loss, label %d', (output) => {
    const trainer = new NetworkTrainer(OPTIONS);
    const { network } = trainer;
    const before = copyOf(network);
    const slopes = {
      inputWeights: Array.from(network.inputWeights, (_, at) => slopeOf(trainer, network.inputWeights, at, output)),
      outputWeights: Array.from(network.outputWeights, (_, at) => slopeOf(trainer, network.outputWeights, at, output)),
    };
    trainer.learn(ROWS, 0, output);
    for (const [part, columns] of [
      ['inputWeights', OPTIONS.hidden],
      ['outputWeights', OPTIONS.outputs],
    ] as const) {
      for (let start = 0; start < before[part].length; start += columns) {
        const changes = Array.from({ length: columns }, (_, i) => network[part][start + i]! - before[part][start + i]!);
        expectStraightDown(slopes[part].slice(start, start + columns), changes);
      }
    }
  });

  it('lowers the loss step by step', () => {
    const trainer = new NetworkTrainer(OPTIONS);
    const losses = Array.from({ length: 20 }, () => {
      trainer.learn(ROWS, 0, 2);
      return trainer.lossOf(ROWS, 0, 2);
    });
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
  });

  it('touches only the inputs of the example, and reads none beyond its own', () => {
    const trainer = new NetworkTrainer(OPTIONS);
    const before = copyOf(trainer.network);
    trainer.learn(ROWS, 1, 0);
    for (const input of [0, 2, 3]) {
      const row = (weights: Float32Array) => weights.slice(input * OPTIONS.hidden, (input + 1) * OPTIONS.hidden);
      expect(row(trainer.network.inputWeights)).toEqual(row(before.inputWeights));
    }
  });

  it('is the same for the same seed, and another for another', () => {
    const trained = (seed: number) => {
      const trainer = new NetworkTrainer({ ...OPTIONS, dropout: 0.4, seed });
      for (let step = 0; step < 30; step++) trainer.learn(ROWS, step % 2, step % 2);
      return trainer.network;
    };
    expect(trained(4)).toEqual(trained(4));
    expect(trained(4)).not.toEqual(trained(5));
  });

  it('learns what features mean together and none means alone', () => {
    const pairs = [0, 1, 2, 3].map((at) => ({
      ids: Int32Array.of(at % 2, 2 + (at >> 1)),
      values: Float32Array.of(0.7, 0.7),
    }));
    const rows = new SparseRows(4, pairs);
    const trainer = new NetworkTrainer({ ...OPTIONS, inputs: 4, hidden: 32, outputs: 2 });
    const isSame = (at: number) => (at % 2 === at >> 1 ? 1 : 0);
    for (let step = 0; step < 2_000; step++) trainer.learn(rows, step % 4, isSame(step % 4));
    const packed = packNetwork(trainer.network);
    pairs.forEach(({ ids, values }, at) => {
      const [no, yes] = logitsOf(packed, ids, values);
      expect(yes! > no!).toBe(isSame(at) === 1);
    });
  });
});

describe('merged networks', () => {
  it('say the mean of what each says', () => {
    const networks = [1, 2, 3].map((seed) => {
      const trainer = new NetworkTrainer({ ...OPTIONS, seed });
      for (let step = 0; step < 50; step++) trainer.learn(ROWS, step % 2, step % 2);
      return trainer.network;
    });
    const [start, end] = [ROWS.starts[0]!, ROWS.starts[1]!];
    const logits = [...networks, mergeNetworks(networks)].map((network) =>
      logitsOf(packNetwork(network), ROWS.ids.subarray(start, end), ROWS.values.subarray(start, end)),
    );
    const merged = logits.pop()!;
    for (let output = 0; output < OPTIONS.outputs; output++) {
      const mean = logits.reduce((sum, each) => sum + each[output]!, 0) / networks.length;
      expect(merged[output]).toBeCloseTo(mean, 1);
    }
  });
});

describe('a packed network', () => {
  it('answers as it did, to a hundredth', () => {
    const trainer = new NetworkTrainer(OPTIONS);
    for (let step = 0; step < 200; step++) trainer.learn(ROWS, step % 2, step % 2);
    const packed = packNetwork(trainer.network);
    for (const row of [0, 1]) {
      const [start, end] = [ROWS.starts[row]!, ROWS.starts[row + 1]!];
      const logits = Array.from(logitsOf(packed, ROWS.ids.subarray(start, end), ROWS.values.subarray(start, end)));
      const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
      const loss = logits.reduce((sum, logit, at) => {
        const label = OPTIONS.smoothing / 3 + (at === row ? 1 - OPTIONS.smoothing : 0);
        return sum - label * (logit - Math.log(total));
      }, 0);
      expect(loss).toBeCloseTo(trainer.lossOf(ROWS, row, row), 2);
    }
  });
});
