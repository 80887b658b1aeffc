import { minus, over, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { normalisationByDifferences, normalisationJacobian } from "../ways/normalisation.js";

const claim = equation(symbol("J_kl"), times(over(root("B"), "r"), "D_k", minus("delta_kl", times("v_k", "v_l"))));

export const propositionC4 = theorem({
  id: "batchnorm/proposition-c-4",
  kind: "proposition",
  title: "An activation after the normalisation multiplies the Jacobian's rows by phi'",
  notation: {
    J_kl: "d phi(n(y)_k)/d y_l, n(y) = sqrt(B) y/|y|",
    D_k: "phi'(n(y)_k)",
    r: "|y|",
    v_k: "y_k/|y|",
    delta_kl: "1 for k = l, else 0",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 6, doc: "batch size" },
    y: { set: "vector", length: "B", min: -3, max: 3, doc: "a neuron over the batch" },
    phi: { set: "activation", class: "polynomial", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Proposition C.4" }],
  uses: ["batchnorm/proposition-c-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "differences of phi(sqrt(B) y/|y|)",
        evaluate: ({ B, y, phi }) => normalisationByDifferences(y, phi.value, Math.sqrt(B)),
      },
      right: {
        name: "diag(phi') sqrt(B)/r (I - v v^T)",
        evaluate: ({ B, y, phi }) => {
          const length = Math.hypot(...y);
          const slopes = y.map((each) => phi.derivative((Math.sqrt(B) * each) / length));
          return normalisationJacobian(y, Math.sqrt(B)).map((entry, k) => slopes[Math.floor(k / B)]! * entry);
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-8,
        why: "extrapolated differences of values up to 300 over steps down to 1e-3",
      },
    },
  ],
});
