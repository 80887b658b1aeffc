import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { normalisationJacobian } from "../ways/normalisation.js";

const claim = equation(symbol("J_kl"), integer(0));

export const batchOfTwo = theorem({
  id: "batchnorm/batch-of-two",
  kind: "remark",
  title: "A batch of two is normalised to (+1, -1): its gradient is exactly zero",
  notation: { J_kl: "the Jacobian of batch norm with respect to the inputs of a batch of 2" },
  parameters: {
    first: { set: "real", min: -5, max: 5, doc: "input of the first sample" },
    second: { set: "real", min: -5, max: 5, doc: "input of the second sample" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "published version, B = 2" }],
  uses: ["batchnorm/proposition-c-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "sqrt(B)/r (I - v v^T) G at the centred inputs",
        evaluate({ first, second }) {
          const half = (first - second) / 2;
          const [a, b] = normalisationJacobian([half, -half], Math.SQRT2) as [number, number, number, number];
          return [(a - b) / 2, (b - a) / 2];
        },
      },
      right: { name: "0", evaluate: () => [0, 0] },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of entries up to 10" },
    },
    {
      kind: "routes",
      left: {
        name: "the explosion rate at B = 2",
        evaluate: () => batchNorm({ activation: "tanh", batch: 2 }).rate,
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: { unit: "abs", limit: 0, why: "exact" },
      cases: { count: 1, why: "one number" },
    },
  ],
});
