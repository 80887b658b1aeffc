/** Lemmas 3 and 4: hidden neurons as sums over the paths that end in them, and the sums as they are printed. */

import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import type { GatedModel, GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { layerPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import type { Values } from "../../domain.js";
import type { Printed, RoutesCheck } from "../../theorem.js";
import { type networkSizes, rounding } from "../ways/parameters.js";
import { plainRun } from "../ways/plainNetwork.js";
import { expertInput, gateProduct, plainGates, weightProduct } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

type Sizes = typeof networkSizes;

export const layerSumsCheck = (model: GatedModel): RoutesCheck<Sizes> => ({
  kind: "routes",
  left: {
    name: "the sums over paths of every hidden layer",
    evaluate: (values) => {
      const [network, x] = [networkOf(model, values), pointOf(values)];
      return Array.from({ length: values.L - 1 }, (_, l) => layerPathSums(network, x, l + 1)).flat();
    },
  },
  right: {
    name: "the recursion, neuron by neuron",
    evaluate: (values) =>
      plainRun(networkOf(model, values), pointOf(values))
        .hidden.slice(1)
        .flatMap((layer) => layer.map(({ value }) => value)),
  },
  tolerance: rounding,
});

/** Eqns. 8 and 11 as they are printed, for layer 3: sums over i_0, over i_1 from 1 and over i_1 from 2; i_2 is free, here the first neuron. */
function printedLayerSum(network: GatedNetwork, x: readonly number[]): number[] {
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

/** At a network of four layers. */
export const printedLayerSums = (model: GatedModel, at: Values<Sizes>): Printed<Sizes>["refutation"] => ({
  kind: "point",
  at,
  left: { name: "h_3", evaluate: (values) => gatedForward(networkOf(model, values), pointOf(values)).hidden[3] },
  right: {
    name: "the printed sums, with i_2 the first neuron",
    evaluate: (values) => printedLayerSum(networkOf(model, values), pointOf(values)),
  },
  tolerance: rounding,
});
