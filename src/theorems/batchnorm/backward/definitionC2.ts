import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { dot, kroneckerMean, meanOf, sandwich } from "../ways/smallMatrices.js";

const claim = equation(symbol("f"), symbol("g"));

export const definitionC2 = theorem({
  id: "batchnorm/definition-c-2",
  kind: "definition",
  title: "The adjoint of V_T is the mean of T^T Pi T",
  notation: { f: "<V_T{Lambda}, Pi>, <X, Y> = tr(X^T Y)", g: "<Lambda, E[T^T Pi T]>" },
  parameters: {
    first: { set: "vector", length: 9, min: -3, max: 3, doc: "T_1 row by row, with probability 1/2" },
    second: { set: "vector", length: 9, min: -3, max: 3, doc: "T_2 row by row, with probability 1/2" },
    Lambda: { set: "symmetric", size: 3, doc: "argument of V_T" },
    Pi: { set: "symmetric", size: 3, doc: "argument of the adjoint" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition C.2" }],
  uses: ["batchnorm/definition-c-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the 9 x 9 matrix E[T (x) T] between the entries of Lambda and Pi",
        evaluate: ({ first, second, Lambda, Pi }) =>
          dot(
            Pi.flat(),
            kroneckerMean([first, second]).map((row) => dot(row, Lambda.flat())),
          ),
      },
      right: {
        name: "<Lambda, mean of T^T Pi T>",
        evaluate: ({ first, second, Lambda, Pi }) =>
          dot(Lambda.flat(), meanOf([first, second].map((T) => sandwich(T, Pi.flat(), true)))),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: "sums of 81 products of size up to 1e3 that may cancel" },
    },
  ],
});
