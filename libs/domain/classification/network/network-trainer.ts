/**
 * Trains a network of one hidden layer example by example: cross-entropy against smoothed labels, dropout of inputs and of
 * hidden units, and AdaGrad (Duchi, Hazan, Singer 2011) with one sum of squares for all weights that leave an input or a
 * unit, so that a step touches only what the example touches.
 */

import type { SparseRows } from '../features/sparse-rows';
import { SeededRandom } from '../seeded-random';

/** In place of an output: all are equally wrong. */
export const NO_OUTPUT = -1;

export interface Network {
  inputs: number;
  hidden: number;
  outputs: number;
  /** By input, then by hidden unit. */
  inputWeights: Float32Array;
  hiddenBiases: Float32Array;
  /** By hidden unit, then by output. */
  outputWeights: Float32Array;
  outputBiases: Float32Array;
}

export interface NetworkOptions {
  inputs: number;
  hidden: number;
  outputs: number;
  /** Share of the inputs, and of the hidden units, that an example does without. */
  dropout: number;
  /** Share of a label that goes to all outputs alike. */
  smoothing: number;
  /** A first step is as long as this. */
  rate: number;
  seed: number;
}

const SMALLEST_SQUARE = 1e-10;
const INPUT_RANGE = 0.1;
const RANDOM_STEPS = 1 << 24;
/** Inputs are added four in one go, which takes half the time; behind the last come up to three of value 0. */
const TOGETHER = 4;

export class NetworkTrainer {
  readonly network: Network;
  private readonly random: SeededRandom;
  private readonly dropped: number;
  private readonly keptScale: number;
  private readonly inputSquares: Float64Array;
  private readonly hiddenSquares: Float64Array;
  private readonly hiddenBiasSquares: Float64Array;
  private readonly outputBiasSquares: Float64Array;
  /** Of the example at hand; the first `kept` and the first `active` count. */
  private readonly ids: Int32Array;
  private readonly values: Float64Array;
  private readonly units: Float64Array;
  private readonly activeUnits: Int32Array;
  private readonly unitSlopes: Float64Array;
  private readonly slopes: Float64Array;

  constructor(private readonly options: NetworkOptions) {
    const { inputs, hidden, outputs, dropout, seed } = options;
    this.random = new SeededRandom(seed);
    this.dropped = Math.floor(dropout * RANDOM_STEPS);
    this.keptScale = 1 / (1 - dropout);
    this.network = {
      inputs,
      hidden,
      outputs,
      inputWeights: this.uniform(inputs * hidden, INPUT_RANGE),
      hiddenBiases: new Float32Array(hidden),
      outputWeights: this.uniform(hidden * outputs, Math.sqrt(6 / (hidden + outputs))),
      outputBiases: new Float32Array(outputs),
    };
    this.inputSquares = new Float64Array(inputs).fill(SMALLEST_SQUARE);
    this.hiddenSquares = new Float64Array(hidden).fill(SMALLEST_SQUARE);
    this.hiddenBiasSquares = new Float64Array(hidden).fill(SMALLEST_SQUARE);
    this.outputBiasSquares = new Float64Array(outputs).fill(SMALLEST_SQUARE);
    this.ids = new Int32Array(inputs + TOGETHER);
    this.values = new Float64Array(inputs + TOGETHER);
    this.units = new Float64Array(hidden);
    this.activeUnits = new Int32Array(hidden);
    this.unitSlopes = new Float64Array(hidden);
    this.slopes = new Float64Array(outputs);
  }

  /** @param output NO_OUTPUT for a text that belongs to none */
  learn(rows: SparseRows, row: number, output: number): void {
    const kept = this.readInputs(rows, row);
    const active = this.activateUnits(kept);
    this.addOutputs(active);
    this.compareWith(output);
    this.correctOutputs(active);
    this.correctInputs(kept, active);
  }

  /** What `learn` lowers, of a network without dropout as it stands. */
  lossOf(rows: SparseRows, row: number, output: number): number {
    this.addOutputs(this.activateUnits(this.readInputs(rows, row)));
    const highest = Math.max(...this.slopes);
    const total = this.slopes.reduce((sum, logit) => sum + Math.exp(logit - highest), 0);
    const { smoothing, outputs } = this.options;
    const even = output === NO_OUTPUT ? 1 : smoothing;
    return this.slopes.reduce((sum, logit, at) => {
      const label = even / outputs + (at === output ? 1 - even : 0);
      return sum - label * (logit - highest - Math.log(total));
    }, 0);
  }

  private uniform(length: number, most: number): Float32Array {
    const values = new Float32Array(length);
    for (let at = 0; at < length; at++) values[at] = most * ((2 * this.random.below(RANDOM_STEPS)) / RANDOM_STEPS - 1);
    return values;
  }

  private isDropped(): boolean {
    return this.random.below(RANDOM_STEPS) < this.dropped;
  }

  private readInputs(rows: SparseRows, row: number): number {
    const { inputs } = this.options;
    let kept = 0;
    const end = rows.starts[row + 1]!;
    for (let i = rows.starts[row]!; i < end; i++) {
      const id = rows.ids[i]!;
      if (id >= inputs || this.isDropped()) continue;
      this.ids[kept] = id;
      this.values[kept++] = rows.values[i]! * this.keptScale;
    }
    this.ids.fill(0, kept, kept + TOGETHER);
    this.values.fill(0, kept, kept + TOGETHER);
    return kept;
  }

  private activateUnits(kept: number): number {
    const { units, activeUnits, keptScale } = this;
    const { hidden, hiddenBiases } = this.network;
    let drawn = 0;
    for (let unit = 0; unit < hidden; unit++) {
      if (this.isDropped()) continue;
      activeUnits[drawn++] = unit;
      units[unit] = hiddenBiases[unit]!;
    }
    this.addInputs(kept, drawn);
    let active = 0;
    for (let i = 0; i < drawn; i++) {
      const unit = activeUnits[i]!;
      if (units[unit]! <= 0) continue;
      units[unit]! *= keptScale;
      activeUnits[active++] = unit;
    }
    return active;
  }

  private addInputs(kept: number, drawn: number): void {
    const { units, activeUnits, ids, values } = this;
    const { hidden, inputWeights } = this.network;
    for (let i = 0; i < kept; i += TOGETHER) {
      const [first, second, third, fourth] = [values[i]!, values[i + 1]!, values[i + 2]!, values[i + 3]!];
      const firstRow = ids[i]! * hidden;
      const secondRow = ids[i + 1]! * hidden;
      const thirdRow = ids[i + 2]! * hidden;
      const fourthRow = ids[i + 3]! * hidden;
      for (let j = 0; j < drawn; j++) {
        const unit = activeUnits[j]!;
        units[unit]! +=
          first * inputWeights[firstRow + unit]! +
          second * inputWeights[secondRow + unit]! +
          third * inputWeights[thirdRow + unit]! +
          fourth * inputWeights[fourthRow + unit]!;
      }
    }
  }

  /** Leaves what stands before the softmax in `slopes`. */
  private addOutputs(active: number): void {
    const { slopes, units, activeUnits } = this;
    const { outputs, outputWeights, outputBiases } = this.network;
    slopes.set(outputBiases);
    for (let i = 0; i < active; i++) {
      const unit = activeUnits[i]!;
      const value = units[unit]!;
      const start = unit * outputs;
      for (let at = 0; at < outputs; at++) slopes[at]! += value * outputWeights[start + at]!;
    }
  }

  /** Leaves the probabilities less the label in `slopes`. */
  private compareWith(output: number): void {
    const { slopes } = this;
    const { outputs, smoothing } = this.options;
    let highest = slopes[0]!;
    for (let at = 1; at < outputs; at++) if (slopes[at]! > highest) highest = slopes[at]!;
    let total = 0;
    for (let at = 0; at < outputs; at++) {
      const power = Math.exp(slopes[at]! - highest);
      slopes[at] = power;
      total += power;
    }
    const even = output === NO_OUTPUT ? 1 : smoothing;
    for (let at = 0; at < outputs; at++) slopes[at] = slopes[at]! / total - even / outputs;
    if (output !== NO_OUTPUT) slopes[output]! -= 1 - even;
  }

  private correctOutputs(active: number): void {
    const { slopes, units, activeUnits, unitSlopes, hiddenSquares, keptScale } = this;
    const { outputs, outputWeights, outputBiases } = this.network;
    const square = correctBiases(outputBiases, this.outputBiasSquares, slopes, this.options.rate) / outputs;
    for (let i = 0; i < active; i++) {
      const unit = activeUnits[i]!;
      const value = units[unit]!;
      const start = unit * outputs;
      hiddenSquares[unit]! += value * value * square;
      const step = (this.options.rate * value) / Math.sqrt(hiddenSquares[unit]!);
      let sum = 0;
      for (let at = 0; at < outputs; at++) {
        const slope = slopes[at]!;
        const weight = outputWeights[start + at]!;
        sum += slope * weight;
        outputWeights[start + at] = weight - step * slope;
      }
      unitSlopes[i] = sum * keptScale;
    }
  }

  private correctInputs(kept: number, active: number): void {
    const { ids, values, activeUnits, unitSlopes, inputSquares, hiddenBiasSquares } = this;
    const { hidden, inputWeights, hiddenBiases } = this.network;
    const { rate } = this.options;
    let square = 0;
    for (let j = 0; j < active; j++) {
      const unit = activeUnits[j]!;
      const slope = unitSlopes[j]!;
      square += slope * slope;
      hiddenBiasSquares[unit]! += slope * slope;
      hiddenBiases[unit]! -= (rate * slope) / Math.sqrt(hiddenBiasSquares[unit]!);
    }
    square /= hidden;
    for (let i = 0; i < kept; i++) {
      const id = ids[i]!;
      const value = values[i]!;
      inputSquares[id]! += value * value * square;
      const step = (rate * value) / Math.sqrt(inputSquares[id]!);
      const start = id * hidden;
      for (let j = 0; j < active; j++) inputWeights[start + activeUnits[j]!]! -= step * unitSlopes[j]!;
    }
  }
}

/** Returns the squared length of the slopes. */
function correctBiases(biases: Float32Array, squares: Float64Array, slopes: Float64Array, rate: number): number {
  let square = 0;
  for (let at = 0; at < slopes.length; at++) {
    const slope = slopes[at]!;
    square += slope * slope;
    squares[at]! += slope * slope;
    biases[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
  }
  return square;
}
