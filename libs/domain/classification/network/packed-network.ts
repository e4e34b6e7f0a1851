/**
 * A network of one hidden layer of rectified units as bytes: a weight is a whole number from -127 to 127 times the scale of
 * the input or unit that it leaves. It sees which features belong together, which no linear machine does, and errs on other
 * texts than they do.
 */
import type { Network } from './network-trainer';

export interface PackedNetwork {
  /** It reads the most frequent features only: those with ids below this. */
  inputs: number;
  hidden: number;
  outputs: number;
  /** By input. */
  inputScales: Float32Array;
  /** By input, then by hidden unit. */
  inputLevels: Int8Array;
  hiddenBiases: Float32Array;
  /** By hidden unit. */
  outputScales: Float32Array;
  /** By hidden unit, then by output. */
  outputLevels: Int8Array;
  outputBiases: Float32Array;
}

const LEVELS = 127;

export function packNetwork(network: Network): PackedNetwork {
  const { inputs, hidden, outputs, hiddenBiases, outputBiases } = network;
  const [inputScales, inputLevels] = packRows(network.inputWeights, inputs, hidden);
  const [outputScales, outputLevels] = packRows(network.outputWeights, hidden, outputs);
  return { inputs, hidden, outputs, inputScales, inputLevels, hiddenBiases, outputScales, outputLevels, outputBiases };
}

function packRows(weights: Float32Array, rows: number, columns: number): [scales: Float32Array, levels: Int8Array] {
  const scales = new Float32Array(rows);
  const levels = new Int8Array(weights.length);
  for (let row = 0; row < rows; row++) {
    const start = row * columns;
    let largest = 0;
    for (let at = start; at < start + columns; at++) largest = Math.max(largest, Math.abs(weights[at]!));
    const scale = largest / LEVELS;
    scales[row] = scale;
    if (scale === 0) continue;
    for (let at = start; at < start + columns; at++) levels[at] = Math.round(weights[at]! / scale);
  }
  return [scales, levels];
}

/** What stands before the softmax, by output. */
export function logitsOf(network: PackedNetwork, ids: Int32Array, values: Float32Array): Float32Array {
  const { inputs, hidden, outputs, inputScales, inputLevels, outputScales, outputLevels } = network;
  const units = Float64Array.from(network.hiddenBiases);
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i]!;
    if (id >= inputs) continue;
    const value = values[i]! * inputScales[id]!;
    const start = id * hidden;
    for (let unit = 0; unit < hidden; unit++) units[unit]! += value * inputLevels[start + unit]!;
  }
  const logits = network.outputBiases.slice();
  for (let unit = 0; unit < hidden; unit++) {
    if (units[unit]! <= 0) continue;
    const value = units[unit]! * outputScales[unit]!;
    const start = unit * outputs;
    for (let output = 0; output < outputs; output++) logits[output]! += value * outputLevels[start + output]!;
  }
  return logits;
}

export function networkBytes(network: PackedNetwork): number {
  const { inputScales, inputLevels, hiddenBiases, outputScales, outputLevels, outputBiases } = network;
  const arrays = [inputScales, inputLevels, hiddenBiases, outputScales, outputLevels, outputBiases];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
}
