import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { over, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { covarianceMap } from "../../../theory/batchnorm/covarianceMap.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { helmert } from "../ways/helmert.js";
import { linearEigenvalues } from "../ways/linearEigenvalues.js";
import { centring, entriesOf, fromRows } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";

type Rows = readonly (readonly number[])[];

/** B times the eigenvalue map on the hyperplane. */
function oneLayer(sigma: Rows): Matrix {
  const B = sigma.length;
  const frame = Matrix.from1DArray(B - 1, B, [...helmert(B)]);
  const small = frame.mmul(fromRows(sigma)).mmul(frame.transpose());
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(small, { assumeSymmetric: true });
  const vectors = eigenvectorMatrix.transpose().mmul(frame);
  const image = realEigenvalues.length === 1 ? [1] : linearEigenvalues(realEigenvalues);
  return vectors.transpose().mmul(Matrix.diag(image)).mmul(vectors).mul(B);
}

const library = (sigma: Rows): Rows => covarianceMap("x", sigma).values;

export const corollaryB12 = theorem({
  id: "batchnorm/corollary-b-12",
  kind: "corollary",
  title:
    "A linear batch-normalised network converges to B/C times the projection on the range of G Sigma G, of rank C; B/(B-1) G from an invertible Sigma.",
  notation: {
    Sigma_limit: "the limit of the layers' covariances",
    C: "rank of G Sigma G, here B-1",
    G: "the projection on vectors of mean zero",
  },
  parameters: {
    B: { set: "integer", min: 2, max: 6, doc: "Batch size; any B in the theorem." },
    Sigma: { set: "covariance", size: "B", class: "definite", doc: "Covariance of the inputs." },
  },
  assumptions: [],
  claim: equation(symbol("Sigma_limit"), times(over("B", "C"), "G")),
  source: paper("Corollary B.12"),
  uses: ["batchnorm/theorem-b-11"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "one layer by the library's covariance map of x", evaluate: ({ Sigma }) => library(Sigma).flat() },
      right: {
        name: "one layer by the integral (37) on the eigenvalues of G Sigma G",
        evaluate: ({ Sigma }) => entriesOf(oneLayer(Sigma)),
      },
      tolerance: { unit: "rel", limit: 1e-11, why: "eigenvectors at a condition number of 1e4" },
    },
    {
      kind: "routes",
      left: {
        name: "80 layers of the library's covariance map",
        evaluate: ({ Sigma }) => {
          let now: Rows = Sigma;
          for (let layer = 0; layer < 80; layer++) now = library(now);
          return now.flat();
        },
      },
      right: { name: "B/(B-1) G", evaluate: ({ B }) => entriesOf(centring(B).mul(B / (B - 1))) },
      tolerance: { unit: "abs", limit: 1e-8, why: "from a spread of 1e4 a few dozen layers, then (5/7)^50" },
      cases: { count: 12, why: "80 covariance maps a point take 50 ms" },
    },
    {
      kind: "exact",
      proofs: [proofNamed("identity-correlation"), proofNamed("identity-forward-l"), proofNamed("identity-forward-m")],
      because: "they are the limit and the rate at it; that every start arrives there is the paper's",
    },
  ],
});
