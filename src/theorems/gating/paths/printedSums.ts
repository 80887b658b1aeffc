/** Eqns. 8 and 11 as they are printed, for layer 3: sums over i_0, over i_1 from 1 and over i_1 from 2; i_2 is free, here the first neuron. */
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { expertInput, gateProduct, plainGates, weightProduct } from "../ways/plainPaths.js";

export function printedLayerSum(network: GatedNetwork, x: readonly number[]): number[] {
  const [, m1, , m3] = network.widths;
  const gates = plainGates(network, x);
  const input = expertInput(network, x);
  const neurons = Array.from({ length: m1 }, (_, i) => i);
  return Array.from({ length: m3 }, (_, i3) =>
    // the inner sum binds i_1 anew: the outer one counts it m times
    neurons.reduce(
      (outer) =>
        outer +
        neurons.slice(1).reduce((sum, i1) => {
          const nodes = [i1, 0, i3];
          return sum + gateProduct(gates, nodes) * weightProduct(network, input, nodes);
        }, 0),
      0,
    ),
  );
}
