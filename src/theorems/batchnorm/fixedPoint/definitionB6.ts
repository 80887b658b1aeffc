import { Matrix } from "ml-matrix";
import { minus, over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { centring, entriesOf } from "../ways/patterns.js";

/** The columns of eq. (39): (m(m+1))^(-1/2) (0, .., 0, -m, 1, .., 1), m = B-1 .. 1. */
const basis = (B: number): Matrix =>
  new Matrix(
    Array.from({ length: B }, (_, row) =>
      Array.from({ length: B - 1 }, (_, column) => {
        const m = B - 1 - column;
        return (row < column ? 0 : row === column ? -m : 1) / Math.sqrt(m * (m + 1));
      }),
    ),
  );

export const definitionB6 = theorem({
  id: "batchnorm/definition-b-6",
  kind: "definition",
  title: "The B-1 columns of e are an orthonormal basis of the vectors of mean zero: e^T e = I and e e^T = G.",
  notation: { P_11: "a diagonal entry of e e^T; the rest are -1/B" },
  parameters: { B: { set: "integer", min: 2, max: 64, doc: "Batch size B." } },
  assumptions: [],
  claim: equation(symbol("P_11"), minus(1, over(1, "B"))),
  source: paper("Definition B.6, eq. (39)"),
  uses: ["batchnorm/definition-b-3"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "e e^T and e^T e of the basis (39)",
        evaluate: ({ B }) => {
          const e = basis(B);
          return [...entriesOf(e.mmul(e.transpose())), ...entriesOf(e.transpose().mmul(e))];
        },
      },
      right: {
        name: "I - 11^T/B and the identity",
        evaluate: ({ B }) => [...entriesOf(centring(B)), ...entriesOf(Matrix.eye(B - 1))],
      },
      tolerance: { unit: "abs", limit: 1e-14, why: "rounding of sums of 64 products below 1" },
      cases: { count: 60, why: "63 batch sizes are all that differ" },
    },
  ],
});
