import { multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { randomSymmetric, range, seed, size } from "../ways/randomEquations.js";

export const definitionF1 = theorem({
  id: "landscape/definition-f-1",
  kind: "definition",
  title: "The empirical spectral distribution puts 1/N on each eigenvalue: its k-th moment is tr H^k/N.",
  notation: { mu_k: "mean of the k-th powers of the eigenvalues, k = 1 .. 4", t_k: "tr H^k/N" },
  parameters: { N: size(1, 8, "Size N of the matrix."), seed },
  assumptions: [],
  claim: equation(symbol("mu_k"), symbol("t_k")),
  source: paper("Definition F.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "eigenvalues",
        evaluate: ({ N, seed: from }) => {
          const eigenvalues = symmetricEigenvalues(Float64Array.from(randomSymmetric(from, 0, N).flat()), N);
          return [1, 2, 3, 4].map((k) => eigenvalues.reduce((sum, value) => sum + value ** k, 0) / N);
        },
      },
      right: {
        name: "powers of the matrix",
        evaluate: ({ N, seed: from }) => {
          const H = randomSymmetric(from, 0, N);
          const powers = [H];
          for (let k = 1; k < 4; k++) powers.push(multiply(powers[k - 1]!, H));
          return powers.map((power) => range(N).reduce((sum, i) => sum + power[i]![i]!, 0) / N);
        },
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
});
