import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { type GatedModel, type GatedNetwork, gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { choice, networkSizes, rounding } from "../ways/parameters.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

type Rows = readonly (readonly number[])[];

/** [[M, bias], [0, 1]]; the output layer has no constant neuron. */
function withConstant(matrices: readonly Rows[], biases: Rows | null, layers: number): number[][][] {
  return matrices.map((rows, l) => {
    const own = rows.map((row, i) => [...row, biases?.[l][i] ?? 0]);
    return l === layers - 1 ? own : [...own, [...rows[0].map(() => 0), 1]];
  });
}

function augmented({ model, W, b, U, c }: GatedNetwork): GatedNetwork {
  const gating = withConstant(W, b, U.length);
  return gatedNetwork(model, model === "dlgn" ? { W: gating, U: withConstant(U, c, U.length) } : { W: gating });
}

export const biasNeuron = theorem({
  id: "gating/bias-neuron",
  kind: "remark",
  title:
    "A network with biases is one without, with a neuron of the constant 1 in every layer whose own weights are frozen.",
  notation: { y: "the outputs with biases at x", "y'": "those with the constant neurons at [x, 1]" },
  parameters: { ...networkSizes, model: choice(["relu", "dlgn", "dln"], "The model.") },
  assumptions: [],
  claim: equation(symbol("y"), symbol("y'")),
  source: paper("section 2.1, below Theorem 1"),
  uses: ["gating/equation-6", "gating/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the forward pass with biases",
        evaluate: ({ model, ...values }) =>
          gatedForward(networkOf(model as GatedModel, { ...values, biases: "gaussian" }), pointOf(values)).output,
      },
      right: {
        name: "the forward pass of the larger network without them",
        evaluate: ({ model, ...values }) => {
          const network = augmented(networkOf(model as GatedModel, { ...values, biases: "gaussian" }));
          return gatedForward(network, [...pointOf(values), 1]).output;
        },
      },
      tolerance: rounding,
    },
  ],
});
