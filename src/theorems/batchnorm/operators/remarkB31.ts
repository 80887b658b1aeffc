import { over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { bsb1, entriesOf, fromRows } from "../ways/patterns.js";
import { batch, real, rounding, symmetric } from "./settings.js";

export const remarkB31 = theorem({
  id: "batchnorm/remark-b-31",
  kind: "remark",
  title:
    "There are eleven classes of entries [kl|ij]; on symmetric matrices nine numbers are left, since only the averages of [12|12], [12|21] and of [12|13], [12|31] act.",
  notation: {
    T_1213:
      "what acts on symmetric matrices, the average of [12|13] and [12|31], here of T: S -> A S A with A = BSB1(a, b)",
    A_12: "the off-diagonal entry b of A",
    A_11: "the diagonal entry a of A",
  },
  parameters: { B: batch, a: real("Diagonal of A."), b: real("Off-diagonal of A."), S: symmetric },
  assumptions: [],
  // [12|13] = A_11 A_23, [12|31] = A_13 A_21
  claim: equation(symbol("T_1213"), over(plus(times("A_11", "A_12"), times("A_12", "A_12")), 2)),
  source: paper("Remark B.31"),
  uses: ["batchnorm/definition-b-30"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "A S A by two matrix products",
        evaluate: ({ B, a, b, S }) => {
          const matrix = bsb1(B, a, b);
          return entriesOf(matrix.mmul(fromRows(S)).mmul(matrix));
        },
      },
      right: {
        name: "the array of nine coefficients, averages of the eleven classes of A_ki A_lj",
        evaluate: ({ a, b, S }) => {
          const t = [a * a, a * b, b * b, b * b, a * b, (a * a + b * b) / 2, (a * b + b * b) / 2, b * b, b * b];
          return entriesOf(applyTensor(t, fromRows(S)));
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("T_1213"), symbol("T_1231")),
    says: "It counts [12|13] and [12|31] as one class; they differ for S -> A S A, where they are A_11 A_23 and A_13 A_21.",
    damaged: false,
    refutation: {
      kind: "point",
      at: {
        B: 4,
        a: 2,
        b: 1,
        S: [
          [1, 0, 0, 0],
          [0, 1, 0, 0],
          [0, 0, 1, 0],
          [0, 0, 0, 1],
        ],
      },
      left: {
        name: "[12|13] of S -> A S A, the entry (1, 2) of A e_1 e_3^T A",
        evaluate: ({ B, a, b }) => bsb1(B, a, b).get(0, 0) * bsb1(B, a, b).get(2, 1),
      },
      right: {
        name: "[12|31] of S -> A S A, the entry (1, 2) of A e_3 e_1^T A",
        evaluate: ({ B, a, b }) => bsb1(B, a, b).get(0, 2) * bsb1(B, a, b).get(0, 1),
      },
      tolerance: { unit: "abs", limit: 0, why: "small whole numbers" },
    },
  },
});
