import type { Network } from './network-trainer';

/** One network that says the mean of what several say: their hidden units side by side. They have the same inputs and outputs. */
export function mergeNetworks(networks: readonly Network[]): Network {
  const [{ inputs, outputs }] = networks as [Network];
  const hidden = networks.reduce((sum, network) => sum + network.hidden, 0);
  const merged: Network = {
    inputs,
    hidden,
    outputs,
    inputWeights: new Float32Array(inputs * hidden),
    hiddenBiases: new Float32Array(hidden),
    outputWeights: new Float32Array(hidden * outputs),
    outputBiases: new Float32Array(outputs),
  };
  const share = 1 / networks.length;
  let first = 0;
  for (const network of networks) {
    for (let input = 0; input < inputs; input++) {
      const start = input * network.hidden;
      merged.inputWeights.set(network.inputWeights.subarray(start, start + network.hidden), input * hidden + first);
    }
    merged.hiddenBiases.set(network.hiddenBiases, first);
    merged.outputWeights.set(
      network.outputWeights.map((weight) => share * weight),
      first * outputs,
    );
    for (let output = 0; output < outputs; output++)
      merged.outputBiases[output]! += share * network.outputBiases[output]!;
    first += network.hidden;
  }
  return merged;
}
