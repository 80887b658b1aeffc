import { columnsOf, type Network } from "../network.js";
import { NeuronSlopes } from "./neuronSlopes.js";

/**
 * How large the terms are that make up dLoss/dH = J^T D of a layer, squared and per neuron:
 *
 *   mean over neurons of sum over batches of ||D||^2 max psi'(z)^2 / S^2 >= ||J^T D||^2 / N.
 *
 * D has been rounded, relative to its own norm, and J carries that over: J^T D of a much smaller norm is what rounding
 * left of a gradient that vanishes. `h` and `d` are N x C as a backend gives them.
 */
export function gradientTerms(h: Float64Array, d: Float64Array, network: Network): number {
  const { batch, width } = network;
  const columns = columnsOf(network);
  const neuron = new NeuronSlopes(network);
  let total = 0;
  for (let first = 0; first < columns; first += batch) {
    for (let n = 0; n < width; n++) {
      neuron.read(h, first * width + n);
      let square = 0;
      let steepest = 0;
      for (let c = 0; c < batch; c++) {
        square += d[(first + c) * width + n]! ** 2;
        steepest = Math.max(steepest, Math.abs(neuron.slopes[c]!));
      }
      total += (square * (steepest * neuron.inverse) ** 2) / width;
    }
  }
  return total;
}
