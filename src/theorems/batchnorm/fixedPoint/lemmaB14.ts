import { EigenvalueDecomposition } from "ml-matrix";
import { minus, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1 } from "../ways/patterns.js";

export const lemmaB14 = theorem({
  id: "batchnorm/lemma-b-14",
  kind: "lemma",
  title: "BSB1(a, b) has the eigenvalue a - b on the vectors of mean zero and a + (B-1) b on the constant ones.",
  notation: { lambda_1: "the eigenvalue on constant vectors; a - b, B-1 times, on the others" },
  parameters: {
    B: { set: "integer", min: 2, max: 24, doc: "Batch size B." },
    a: { set: "real", min: -2, max: 2, doc: "Diagonal." },
    b: { set: "real", min: -2, max: 2, doc: "Off-diagonal." },
  },
  assumptions: [],
  claim: equation(symbol("lambda_1"), plus("a", times(minus("B", 1), "b"))),
  source: paper("Lemma B.14"),
  uses: ["batchnorm/definition-b-13"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "eigenvalues of the dense matrix, sorted",
        evaluate: ({ B, a, b }) =>
          [...new EigenvalueDecomposition(bsb1(B, a, b), { assumeSymmetric: true }).realEigenvalues].sort(
            (x, y) => x - y,
          ),
      },
      right: {
        name: "a - b, B-1 times, and a + (B-1) b, sorted",
        evaluate: ({ B, a, b }) => [...new Array<number>(B - 1).fill(a - b), a + (B - 1) * b].sort((x, y) => x - y),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "an eigenvalue decomposition of a matrix of norm 50" },
    },
  ],
});
