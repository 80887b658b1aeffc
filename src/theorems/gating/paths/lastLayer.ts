/** Eqns. 7 and 10: the output as a sum over the last hidden neurons, and the printed line in which their weight has left the sum. */
import type { GatedModel } from "../../../theory/gating/network/gatedNetwork.js";
import { layerPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import type { Printed, RoutesCheck } from "../../theorem.js";
import { networkSizes, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { type NetworkValues, networkOf, pointOf } from "../ways/randomNetworks.js";

export const lastLayerSizes = { ...networkSizes, m: { ...networkSizes.m, min: 2 } } as const;

type Sizes = typeof lastLayerSizes;

/** Sums over the paths that end in each of the last hidden neurons, and the rows of U_L. */
function lastSums(model: GatedModel, values: NetworkValues) {
  const network = networkOf(model, values);
  return { sums: layerPathSums(network, pointOf(values), values.L - 1), rows: network.U[values.L - 1] };
}

export const lastLayerCheck = (model: GatedModel): RoutesCheck<Sizes> => ({
  kind: "routes",
  left: {
    name: "the forward pass, neuron by neuron",
    evaluate: (values) => plainOutput(networkOf(model, values), pointOf(values)),
  },
  right: {
    name: "the sum over the last hidden neurons",
    evaluate: (values) => {
      const { sums, rows } = lastSums(model, values);
      return rows.map((row) => row.reduce((sum, weight, i) => sum + weight * sums[i], 0));
    },
  },
  tolerance: rounding,
});

/** At the network of that seed. */
export const looseWeight = (model: GatedModel, seed: number): Printed<Sizes>["refutation"] => ({
  kind: "point",
  at: { d: 2, L: 3, m: 2, C: 1, weights: "gaussian", seed },
  left: {
    name: "the output, once for each choice of the index",
    evaluate: (values) => {
      const [y] = plainOutput(networkOf(model, values), pointOf(values));
      return new Array<number>(values.m).fill(y);
    },
  },
  right: {
    name: "the printed line, for each choice of the index",
    evaluate: (values) => {
      const { sums, rows } = lastSums(model, values);
      const total = sums.reduce((sum, each) => sum + each, 0);
      return rows[0].map((weight) => weight * total);
    },
  },
  tolerance: rounding,
});
