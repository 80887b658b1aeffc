import { Matrix } from "ml-matrix";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { logDeterminant, spectralBound } from "../ways/determinant.js";
import { denseOnSymmetric } from "../ways/orbitTensor.js";
import { doublyCentred } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";

/** G2 T G2 on symmetric matrices: the same eigenvalues, and B zeros on the complement. */
const dense = (B: number, u: number, v: number, w: number) =>
  denseOnSymmetric(B, (sigma) => doublyCentred(applyDos(u, v, w, doublyCentred(sigma))));

export const theoremB63 = theorem({
  id: "batchnorm/theorem-b-63",
  kind: "theorem",
  title:
    "After centring, DOS(u, v, w) has the eigenvalues ((B-1)(u-2v)+w)/B on span(G), ((B-2)(u-2v)+2w)/B on L and w on M, and no others.",
  notation: { lambda_G: "the eigenvalue on span(G), dimension 1; L has dimension B-1, M has B(B-3)/2" },
  parameters: { ...dosParameters, B: { ...dosParameters.B, max: 8 } },
  assumptions: [],
  claim: proofNamed("theorem-b63-g").claim,
  source: paper("Theorem B.63"),
  uses: ["batchnorm/lemma-b-57", "batchnorm/lemma-b-60", "batchnorm/definition-b-34"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "log det(x - G2 T G2) of the dense matrix on symmetric matrices, x at 1.5 times a bound",
        evaluate: ({ B, u, v, w }) => {
          const matrix = dense(B, u, v, w);
          const x = 1.5 * spectralBound(matrix);
          return logDeterminant(Matrix.eye(matrix.rows).mul(x).sub(matrix));
        },
      },
      right: {
        name: "the same from the three eigenvalues with their multiplicities, and B zeros",
        evaluate: ({ B, u, v, w }) => {
          const x = 1.5 * spectralBound(dense(B, u, v, w));
          const onG = ((B - 1) * (u - 2 * v) + w) / B;
          const onL = ((B - 2) * (u - 2 * v) + 2 * w) / B;
          return (
            Math.log(x - onG) + (B - 1) * Math.log(x - onL) + ((B * (B - 3)) / 2) * Math.log(x - w) + B * Math.log(x)
          );
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
      proofs: [proofNamed("theorem-b63-g"), proofNamed("theorem-b63-l"), proofNamed("theorem-b63-m")],
    },
  ],
});
