import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { isLinearlyGated } from "../../../theory/gating/network/gatedNetwork.js";
import { activeNeurons, log10PathMasses, pathMass } from "../../../theory/gating/paths/pathMass.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { beta, biases, choice, gatedModel, networkSizes, rounding } from "../ways/parameters.js";
import { pathGates } from "../ways/plainPaths.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

type At = Omit<Parameters<typeof networkOf>[1], "seed"> & { readonly seed: number };

const networkAt = (model: string, gates: string, steepness: number, values: At) => {
  const kind = gates === "soft" && isLinearlyGated(model) ? { beta: steepness } : {};
  return networkOf(model as "relu", values, gates === ">" ? { atZero: "closed" } : kind);
};

export const activePaths = theorem({
  id: "gating/active-paths",
  kind: "formula",
  title:
    "The number of active paths is the product of the numbers of active neurons; of soft gates, the sum of all paths' gates is the product of the layers' sums.",
  notation: { A: "the sum over paths of f_pi", a: "the product over hidden layers of sum_i f_(l,i)" },
  parameters: {
    ...networkSizes,
    model: gatedModel,
    biases,
    gates: choice([">=", ">", "soft"], "Step gates that are open or closed at 0, or soft gates (of a DLGN)."),
    beta,
  },
  assumptions: [],
  claim: equation(symbol("A"), symbol("a")),
  source: paper("sections 3.1 and 3.2"),
  uses: ["gating/equation-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the sum over listed paths of the product of their gates",
        evaluate: ({ model, gates, beta: steepness, ...values }) => {
          const network = networkAt(model, gates, steepness, values);
          return pathGates(network, pointOf(values)).reduce((sum, gate) => sum + gate, 0);
        },
      },
      right: {
        name: "the product of the layers' sums",
        evaluate: ({ model, gates, beta: steepness, ...values }) =>
          pathMass(networkAt(model, gates, steepness, values), pointOf(values)),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "10 to the logarithms of two points at once",
        evaluate: ({ model, gates, beta: steepness, ...values }) => {
          const network = networkAt(model, gates, steepness, values);
          return log10PathMasses(network, [pointOf(values), pointOf(values, 1)]).map((logarithm) => 10 ** logarithm);
        },
      },
      right: {
        name: "the product of the layers' sums at each",
        evaluate: ({ model, gates, beta: steepness, ...values }) => {
          const network = networkAt(model, gates, steepness, values);
          return [0, 1].map((k) => activeNeurons(network, pointOf(values, k)).reduce((product, a) => product * a, 1));
        },
      },
      tolerance: rounding,
    },
  ],
});
