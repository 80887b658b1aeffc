import gamma from "@stdlib/math-base-special-gamma";
import { EigenvalueDecomposition, inverse, LuDecomposition, Matrix } from "ml-matrix";
import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { helmert } from "../ways/helmert.js";
import { type Homogeneous, homogeneousActivation, pairMeanByAngle } from "../ways/homogeneous.js";
import { logTrapezoid } from "../ways/logTrapezoid.js";
import { fromRows } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { homogeneous, homogeneousNotation } from "./settings.js";

/** V(C), upper triangle, by angles. */
function withoutBatchNorm(phi: Homogeneous, matrix: Matrix): number[] {
  const deviations = matrix.diagonal().map((entry) => Math.sqrt(Math.max(0, entry)));
  return deviations.flatMap((own, i) =>
    deviations.slice(i).map((other, k) => {
      const c = k === 0 ? 1 : Math.max(-1, Math.min(1, matrix.get(i, i + k) / (own * other)));
      return (own * other) ** phi.alpha * pairMeanByAngle(phi, c);
    }),
  );
}

/** (31) with e the Helmert basis: dense inverses and determinants, nothing diagonalised but for the range of s. */
function laplace(phi: Homogeneous, sigma: readonly (readonly number[])[]): number[] {
  const B = sigma.length;
  const frame = Matrix.from1DArray(B - 1, B, [...helmert(B)]);
  const small = frame.mmul(fromRows(sigma)).mmul(frame.transpose());
  const spectrum = new EigenvalueDecomposition(small, { assumeSymmetric: true }).realEigenvalues;
  const range = {
    low: phi.alpha - 1,
    high: 1 + (B - 1) / 2,
    least: 1 / Math.max(...spectrum),
    most: 1 / Math.min(...spectrum),
  };
  const integrals = logTrapezoid(
    (s) => {
      const tilt = Matrix.eye(B - 1).add(small.clone().mul(2 * s));
      const weight = s ** (phi.alpha - 1) / Math.sqrt(new LuDecomposition(tilt).determinant);
      const tilted = frame.transpose().mmul(inverse(tilt)).mmul(small).mmul(frame);
      return withoutBatchNorm(phi, tilted).map((entry) => weight * entry);
    },
    range,
    0.5,
  );
  return integrals.map((value) => (value * B ** phi.alpha) / gamma(phi.alpha));
}

export const theoremB8 = theorem({
  id: "batchnorm/theorem-b-8",
  kind: "theorem",
  title:
    "For phi positively homogeneous of degree alpha, V_B(Sigma) = B^alpha/Gamma(alpha) times the integral of s^(alpha-1) det(I + 2 s S)^(-1/2) V(e (I + 2 s S)^-1 S e^T), S = e^T Sigma e.",
  notation: {
    ...homogeneousNotation,
    claim:
      "the off-diagonal entry at the fixed point, where G Sigma G = mu G; the check compares all entries for a general Sigma",
    mu: "the eigenvalue of G Sigma G",
  },
  parameters: {
    B: {
      set: "integer",
      min: 3,
      max: 6,
      doc: "Batch size; the theorem holds for every B >= 2, dense inverses at every node are done to 6.",
    },
    ...homogeneous,
    Sigma: { set: "covariance", size: "B", class: "definite", doc: "Covariance of the pre-activations." },
  },
  assumptions: [],
  claim: proofNamed("theorem-2-c").claim,
  source: paper("Theorem B.8, eqs. (31), (32)"),
  uses: ["batchnorm/lemma-b-5", "batchnorm/definition-b-7", "batchnorm/definition-b-1", "batchnorm/definition-b-2"],
  proof: { kind: "steps", file: "proofs/batchnorm/theorem2.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the library's covariance map, in the eigenvectors of G Sigma G",
        evaluate: ({ Sigma, ...phi }) => {
          const { values, error } = covarianceMap(homogeneousActivation(phi), Sigma);
          return values.flatMap((row, i) =>
            row.slice(i).map((value) => ({ value, error, method: "laplace", evals: 0, converged: true })),
          );
        },
      },
      right: {
        name: "(31) with dense inverses in the Helmert basis and V by an integral over an angle",
        evaluate: ({ Sigma, ...phi }) => laplace(phi, Sigma),
      },
      tolerance: {
        unit: "rel",
        limit: 1e-10,
        why: "inverses at a condition number of 1e4, and step 0.5 in log s: exp(-2 pi^2)",
      },
      cases: { count: 12, why: "300 dense inverses and thousands of integrals over an angle take 50 ms a point" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-2-q"), proofNamed("theorem-2-c")] },
  ],
});
