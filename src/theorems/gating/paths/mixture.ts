/** Checks of "the sum over paths of gate times prediction is the output", for one model. */
import type { GatedModel } from "../../../theory/gating/network/gatedNetwork.js";
import { enumeratedPathSums } from "../../../theory/gating/paths/enumeratedPathSums.js";
import { pathExperts } from "../../../theory/gating/paths/pathExpert.js";
import { pathSums } from "../../../theory/gating/paths/pathSums.js";
import type { RoutesCheck } from "../../theorem.js";
import { type networkSizes, rounding } from "../ways/parameters.js";
import { plainOutput } from "../ways/plainNetwork.js";
import { plainExperts } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

type Check = RoutesCheck<typeof networkSizes>;

/** Of networks without biases, step gates. */
export const mixtureChecks = (model: GatedModel): readonly [Check, Check] => [
  {
    kind: "routes",
    left: {
      name: "the sum over paths, by enumeration",
      evaluate: (values) => enumeratedPathSums(networkOf(model, values), pointOf(values)),
    },
    right: {
      name: "the forward pass, neuron by neuron",
      evaluate: (values) => plainOutput(networkOf(model, values), pointOf(values)),
    },
    tolerance: rounding,
  },
  {
    kind: "routes",
    left: {
      name: "the sum over paths from the output down, without a list of them",
      evaluate: (values) => pathSums(networkOf(model, values), pointOf(values)),
    },
    right: {
      name: "path by path and input by input",
      evaluate: (values) =>
        Array.from({ length: values.C }, (_, c) =>
          plainExperts(networkOf(model, values), pointOf(values), c).reduce(
            (sum, { gate, value }) => sum + gate * value,
            0,
          ),
        ),
    },
    tolerance: rounding,
  },
];

/** Of the predictions alone. */
export const predictionCheck = (model: GatedModel): Check => ({
  kind: "routes",
  left: {
    name: "of every listed expert",
    evaluate: (values) => pathExperts(networkOf(model, values), pointOf(values)).map(({ values: [value] }) => value),
  },
  right: {
    name: "input neuron by input neuron",
    evaluate: (values) => plainExperts(networkOf(model, values), pointOf(values)).map(({ value }) => value),
  },
  tolerance: rounding,
});
