import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { inverse, listed, realRows, shifted } from "../ways/complexRows.js";
import { energy, eta, randomSymmetric, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

export const definitionF2 = theorem({
  id: "landscape/definition-f-2",
  kind: "definition",
  title: "The resolvent G(z) = (H - z)^(-1) has the eigenvectors of H and the eigenvalues 1/(lambda_i - z).",
  notation: { G: "entries of the inverse of H - z", R: "entries of sum_i v_i v_i^T/(lambda_i - z)" },
  parameters: { N: size(1, 6, "Size N of the matrix."), E: energy, eta, seed },
  assumptions: [],
  claim: equation(symbol("G"), symbol("R")),
  source: paper("Definition F.2"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the inverse, through a real matrix of twice the size",
        evaluate: ({ N, E, eta: y, seed: from }) =>
          listed(inverse(shifted(realRows(randomSymmetric(from, 0, N)), [-E, -y]))),
      },
      right: {
        name: "eigenvectors",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const { realEigenvalues, eigenvectorMatrix: V } = new EigenvalueDecomposition(
            new Matrix(randomSymmetric(from, 0, N).map((row) => [...row])),
            { assumeSymmetric: true },
          );
          const entry = (i: number, j: number, weight: (lambda: number) => number) =>
            realEigenvalues.reduce((sum, lambda, k) => sum + V.get(i, k) * V.get(j, k) * weight(lambda), 0);
          const square = (lambda: number) => (lambda - E) ** 2 + y * y;
          const part = (weight: (lambda: number) => number) =>
            range(N).map((i) => range(N).map((j) => entry(i, j, weight)));
          return listed({
            re: part((lambda) => (lambda - E) / square(lambda)),
            im: part((lambda) => y / square(lambda)),
          });
        },
      },
      tolerance: rounding,
    },
  ],
});
