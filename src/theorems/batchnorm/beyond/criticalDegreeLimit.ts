/** From fwd_L = alpha + [-alpha (2 alpha + 1) + R0]/B + O(1/B^2), R0 = J_alpha'(0)/(J_alpha(1) - J_alpha(0)), pi/(2(pi-1)) at alpha = 1. */
import { minus, over, pi, plus, power, times } from "../../../symbolic/build.js";
import { call, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { transition } from "../../../theory/batchnorm/transition.js";
import { theorem } from "../../theorem.js";
import { formula } from "../ways/formula.js";
import { largeBatchLimit as extrapolated } from "../ways/largeBatchLimit.js";

const shift = minus(3, over(pi, times(2, minus(pi, 1))));
const claim = equation(symbol("alpha_c"), plus(1, over(shift, "B"), call("BigO", power("B", -2))));

export const criticalDegreeLimit = theorem({
  id: "batchnorm/critical-degree-limit",
  kind: "corollary",
  title: "The critical degree of the alpha-ReLU tends to 1 like 2.26653/B",
  notation: { alpha_c: "the degree at which fwd_L = 1" },
  parameters: { B: { set: "integer", min: 1000, max: 100_000, doc: "batch size" } },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "section 3.1.2; the limit is ours" }],
  uses: ["batchnorm/critical-degree"],
  proof: { kind: "open", reason: "It follows from the corrected B.69; no steps of its own are written out." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "(alpha_c - 1) B at B .. 8B, extrapolated",
        evaluate: ({ B }) => extrapolated((batch) => (transition(batch).alpha!.value - 1) * batch, B),
      },
      right: formula("3 - pi/(2(pi-1))", shift),
      tolerance: { unit: "abs", limit: 1e-6, why: "a root to 2e-13 times 8B = 8e5, five times" },
    },
    {
      kind: "reference",
      at: { B: 1000 },
      value: "2.26653",
      origin: "decimals computed elsewhere",
      way: formula("3 - pi/(2(pi-1))", shift),
      tolerance: { unit: "abs", limit: 0, why: "the reference has five decimals" },
    },
  ],
});
