/** The other half: only affine functions attain the bound. A part a x^2 raises the rate by 2 (B-1)/(B-3)'s share of the energy. */
import { minus, over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";

const claim = equation(symbol("lambda_G"), over(minus("B", 2), minus("B", 3)));

export const theorem9Minimum = theorem({
  id: "batchnorm/theorem-9-minimum",
  kind: "theorem",
  title: "The explosion rate is least exactly for affine activations",
  notation: { lambda_G: "the explosion rate of slope x + shift" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    slope: { set: "real", min: 0.01, max: 100, doc: "of the affine function" },
    shift: { set: "real", min: -10, max: 10, doc: "of the affine function" },
    bend: { set: "real", min: 0.001, max: 2, doc: "a part bend tanh(x) + bend |x| makes it not affine" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 9" }],
  uses: ["batchnorm/theorem-9-bound", "batchnorm/theorem-8-linear"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the rate of slope x + shift",
        evaluate: ({ B, slope, shift }) => batchNorm({ activation: `${slope}*x + (${shift})`, batch: B }).rate,
      },
      right: rightSide(claim),
      tolerance: { unit: "rel", limit: 1e-14, why: "rounding" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: { name: "(B-2)/(B-3)", evaluate: ({ B }) => (B - 2) / (B - 3) },
      right: {
        name: "the rate of slope x + shift with a bend",
        evaluate: ({ B, slope, shift, bend }) =>
          batchNorm({ activation: `${slope}*x + (${shift}) + ${bend * slope}*(tanh(x) + abs(x))`, batch: B }).rate,
      },
      tolerance: { unit: "abs", limit: 0, why: "strict" },
      cases: { count: 100, why: "kinked functions at small batches take 10 ms each" },
    },
  ],
});
