/** The Jacobian of the normalisation; y is what is left of the inputs after centring. */
import { minus, over, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { normalisationByDifferences, normalisationJacobian } from "../ways/normalisation.js";

const claim = equation(symbol("J_kl"), times(over(root("B"), "r"), minus("delta_kl", times("v_k", "v_l"))));

export const propositionC3 = theorem({
  id: "batchnorm/proposition-c-3",
  kind: "proposition",
  title: "The Jacobian of y -> sqrt(B) y/|y| is sqrt(B)/r times a projection",
  notation: { J_kl: "d n(y)_k/d y_l, n(y) = sqrt(B) y/|y|", r: "|y|", v_k: "y_k/|y|", delta_kl: "1 for k = l, else 0" },
  parameters: {
    B: { set: "integer", min: 2, max: 8, doc: "batch size" },
    y: { set: "vector", length: "B", min: -3, max: 3, doc: "a neuron over the batch" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition C.3" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "differences of sqrt(B) y/|y|",
        evaluate: ({ B, y }) => normalisationByDifferences(y, (x) => x, Math.sqrt(B)),
      },
      right: {
        name: "sqrt(B)/r (I - v v^T)",
        evaluate: ({ B, y }) => normalisationJacobian(y, Math.sqrt(B)),
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "extrapolated differences, 1e-12 of the function over the step" },
    },
  ],
});
