import { EigenvalueDecomposition, Matrix, SingularValueDecomposition } from "ml-matrix";
import { over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { linearLimit } from "../ways/linearEigenvalues.js";
import { entriesOf, fromRows } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";

/** Ranks are told from rounding here; the domain's condition numbers reach 1e6. */
const ZERO = 1e-9;

/** Sigma after many layers of Sigma -> E[h h^T/|h|^2]: eigenvectors stay, eigenvalues follow the integral. */
function limit(sigma: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(sigma, { assumeSymmetric: true });
  const floor = ZERO * Math.max(...realEigenvalues);
  const kept = realEigenvalues.flatMap((value, k) => (value > floor ? [k] : []));
  const values =
    kept.length === 1
      ? [1]
      : linearLimit(
          kept.map((k) => realEigenvalues[k]!),
          200,
        );
  const vectors = eigenvectorMatrix.subMatrixColumn(kept);
  return vectors.mmul(Matrix.diag(values)).mmul(vectors.transpose());
}

export const theoremB11 = theorem({
  id: "batchnorm/theorem-b-11",
  kind: "theorem",
  title:
    "From a covariance of rank C, a linear network without mean subtraction converges to 1/C times the projection on its range, at the rate C/(C+2).",
  notation: {
    Sigma_limit: "the limit of the layers' covariances",
    C: "rank of Sigma",
    P: "the orthogonal projection on the range of Sigma",
  },
  parameters: {
    A: { set: "integer", min: 2, max: 6, doc: "Dimension." },
    Sigma: { set: "covariance", size: "A", class: "psd", doc: "Covariance of any rank from 2 up." },
  },
  assumptions: [],
  claim: equation(symbol("Sigma_limit"), times(over(1, "C"), "P")),
  source: paper("Theorem B.11"),
  uses: ["batchnorm/lemma-b-10"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "200 layers of the integral (37) on the eigenvalues",
        evaluate: ({ Sigma }) => entriesOf(limit(fromRows(Sigma))),
      },
      right: {
        name: "singular vectors of the columns of Sigma: the projection over its rank",
        evaluate: ({ Sigma }) => {
          const { diagonal, leftSingularVectors } = new SingularValueDecomposition(fromRows(Sigma));
          const C = diagonal.filter((value) => value > ZERO * diagonal[0]!).length;
          const kept = leftSingularVectors.subMatrixColumn(Array.from({ length: C }, (_, k) => k));
          return entriesOf(kept.mmul(kept.transpose()).div(C));
        },
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "the range of a matrix of condition number 1e6 and (6/8)^200" },
      cases: { count: 40, why: "200 integrals a point take 5 ms" },
    },
    {
      kind: "exact",
      proofs: [proofNamed("lemma-b10"), proofNamed("identity-forward-l"), proofNamed("identity-forward-m")],
      because: "they are the rate at the limit; that every start arrives there is the paper's",
    },
  ],
});
