/** V_T as the mean of T_k Lambda T_k^T over a law of two equally likely 3 x 3 matrices: any law of T is a limit of such. */
import { over, plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { dot, kroneckerMean, meanOf, sandwich } from "../ways/smallMatrices.js";

const claim = equation(symbol("V_T"), over(plus("S_1", "S_2"), 2));

export const definitionC1 = theorem({
  id: "batchnorm/definition-c-1",
  kind: "definition",
  title: "A random linear map acts on matrices by the mean of its two-sided product",
  notation: { V_T: "V_T(Sigma){Lambda} = E[T Lambda T^T]", S_1: "T_1 Lambda T_1^T", S_2: "T_2 Lambda T_2^T" },
  parameters: {
    first: { set: "vector", length: 9, min: -3, max: 3, doc: "T_1 row by row, with probability 1/2" },
    second: { set: "vector", length: 9, min: -3, max: 3, doc: "T_2 row by row, with probability 1/2" },
    Lambda: { set: "symmetric", size: 3, doc: "argument" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition C.1" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the 9 x 9 matrix E[T (x) T] applied to the entries of Lambda",
        evaluate: ({ first, second, Lambda }) => kroneckerMean([first, second]).map((row) => dot(row, Lambda.flat())),
      },
      right: {
        name: "the mean of the triple products",
        evaluate: ({ first, second, Lambda }) => meanOf([first, second].map((T) => sandwich(T, Lambda.flat(), false))),
      },
      tolerance: { unit: "rel", limit: 1e-13, why: "sums of nine products" },
    },
  ],
});
