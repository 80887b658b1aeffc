import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { gatedForward } from "../../../theory/gating/network/gatedForward.js";
import { gatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { biases, networkSizes, rounding } from "../ways/parameters.js";
import { networkOf, pointOf } from "../ways/randomNetworks.js";

export const gateAtZero = theorem({
  id: "gating/gate-at-zero",
  kind: "remark",
  title:
    "Whether a gate at 0 is open does not change the output of a ReLU network; it changes that of a DLGN where gating weights cancel.",
  notation: {
    y: "the outputs of a ReLU network with gates at >= 0",
    "y'": "those with gates at > 0",
    z: "those of a DLGN with gates at >= 0",
    "z'": "those with gates at > 0",
  },
  parameters: { ...networkSizes, biases },
  assumptions: [],
  claim: equation(symbol("y"), symbol("y'")),
  source: paper(
    "Eqns. 2 and 4, where gates are open at 0, and section 3.2, where they are not; this statement is ours",
  ),
  uses: ["gating/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "gates open at 0",
        evaluate: (values) => gatedForward(networkOf("relu", values), pointOf(values)).output,
      },
      right: {
        name: "gates closed at 0",
        evaluate: (values) =>
          gatedForward(networkOf("relu", { ...values }, { atZero: "closed" }), pointOf(values)).output,
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("z"), symbol("z'")),
    says: "Gates are >= in the definition of a DLGN and > in its regions and kernel, as if it made no difference: where weights cancel, W_2 W_1 = 0, it does, at every x.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 1, L: 3, m: 1, C: 1, weights: "gaussian", biases: "none", seed: 1 },
      left: { name: "1(x >= 0) 1(0 x >= 0) x at x = 1", evaluate: () => cancelling("open") },
      right: { name: "1(x > 0) 1(0 x > 0) x at x = 1", evaluate: () => cancelling("closed") },
      tolerance: rounding,
    },
  },
});

/** W_1 = 1, W_2 = 0 and U = 1. */
function cancelling(atZero: "open" | "closed"): readonly number[] {
  const ones = [[[1]], [[1]], [[1]]];
  return gatedForward(gatedNetwork("dlgn", { W: [[[1]], [[0]]], U: ones }, { atZero }), [1]).output;
}
