import { Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logDeterminant, spectralBound } from "../ways/determinant.js";
import { denseOnSymmetric } from "../ways/orbitTensor.js";
import { entriesOf, starPattern } from "../ways/patterns.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";

const erratum = erratumNamed("b62");

export const theoremB62 = theorem({
  id: "batchnorm/theorem-b-62",
  kind: "theorem",
  title:
    "For u other than w, DOS(u, v, w) has the eigenvalue w on the matrices without diagonal, B(B-1)/2 times, and u on the underlined L(w - u, v), B times.",
  notation: {
    "a, b": "any underlined L(a, b) is x L(w - u, v) + y L(0, 1)",
    "b'": "minus the off-diagonal entry of T{L(a, b)}, underlined; a' = u a",
  },
  parameters: { ...dosParameters, B: { ...dosParameters.B, max: 8 } },
  assumptions: [compare("NotEqual", symbol("u"), symbol("w"))],
  claim: erratum.corrected,
  source: paper("Theorem B.62"),
  uses: ["batchnorm/definition-b-54", "batchnorm/definition-b-61"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "log det(x - T) of the dense matrix on symmetric matrices, x at 1.5 times a bound; T of the underlined L(w - u, v)",
        evaluate: ({ B, u, v, w }) => {
          const matrix = denseOnSymmetric(B, (sigma) => applyDos(u, v, w, sigma));
          const x = 1.5 * spectralBound(matrix);
          const log = logDeterminant(Matrix.eye(matrix.rows).mul(x).sub(matrix));
          return [log, ...entriesOf(applyDos(u, v, w, starPattern(B, w - u, v)))];
        },
      },
      right: {
        name: "B log(x - u) + B(B-1)/2 log(x - w); u times the underlined L(w - u, v)",
        evaluate: ({ B, u, v, w }) => {
          const x = 1.5 * spectralBound(denseOnSymmetric(B, (sigma) => applyDos(u, v, w, sigma)));
          const log = B * Math.log(x - u) + ((B * (B - 1)) / 2) * Math.log(x - w);
          return [log, ...entriesOf(starPattern(B, w - u, v).mul(u))];
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-11,
        why: "a logarithm of a product of at most 36 pivots, each to a few units of rounding",
      },
    },
    {
      kind: "exact",
      proofs: [
        proofNamed("theorem-b62-u"),
        proofNamed("theorem-b62-w"),
        proofNamed("theorem-b62-dimensions"),
        proofNamed("theorem-b62-double"),
      ],
    },
  ],
  printed: {
    claim: erratum.printed,
    says: "It needs u other than w: DOS(u, v, u) with v other than 0 has no basis of eigenmatrices.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
