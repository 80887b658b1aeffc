import { minus, over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { denseOnSymmetric } from "../ways/orbitTensor.js";
import { doublyCentred } from "../ways/patterns.js";
import { batch } from "./settings.js";

export const definitionB33 = theorem({
  id: "batchnorm/definition-b-33",
  kind: "definition",
  title: "H is the space of symmetric matrices and H^G that of those whose rows sum to zero, of dimension B(B-1)/2.",
  notation: { dim: "the dimension of { S symmetric : G S G = S }" },
  parameters: { B: batch },
  assumptions: [],
  claim: equation(symbol("dim"), over(times("B", minus("B", 1)), 2)),
  source: paper("Definition B.33"),
  uses: ["batchnorm/definition-b-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "dim H and the trace of the projection S -> G S G on it, from its dense matrix",
        evaluate: ({ B }) => {
          const projection = denseOnSymmetric(B, doublyCentred);
          return [projection.rows, projection.trace(), projection.mmul(projection).sub(projection).norm()];
        },
      },
      right: {
        name: "B(B+1)/2 and B(B-1)/2; a projection is its own square",
        evaluate: ({ B }) => [(B * (B + 1)) / 2, (B * (B - 1)) / 2, 0],
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of sums of 45 entries" },
      cases: { count: 24, why: "six batch sizes are all that differ" },
    },
  ],
});
