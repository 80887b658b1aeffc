import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { inverse, normalisedTrace, realRows, shifted } from "../ways/complexRows.js";
import { energy, eta, randomSymmetric, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

export const definitionF4 = theorem({
  id: "landscape/definition-f-4",
  kind: "definition",
  title: "The Stieltjes transform of the empirical spectral distribution is the normalised trace of the resolvent.",
  notation: { m: "int d mu(x)/(x - z), real and imaginary part", t: "tr G(z)/N" },
  parameters: { N: size(1, 8, "Size N of the matrix."), E: energy, eta, seed },
  assumptions: [],
  claim: equation(symbol("m"), symbol("t")),
  source: paper("Definition F.4"),
  uses: ["landscape/definition-f-1", "landscape/definition-f-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "eigenvalues",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const eigenvalues = symmetricEigenvalues(Float64Array.from(randomSymmetric(from, 0, N).flat()), N);
          const mean = (of: (x: number) => number) => eigenvalues.reduce((sum, x) => sum + of(x), 0) / N;
          const square = (x: number) => (x - E) ** 2 + y * y;
          return [mean((x) => (x - E) / square(x)), mean((x) => y / square(x))];
        },
      },
      right: {
        name: "the trace of the inverse",
        evaluate: ({ N, E, eta: y, seed: from }) =>
          normalisedTrace(inverse(shifted(realRows(randomSymmetric(from, 0, N)), [-E, -y]))),
      },
      tolerance: rounding,
    },
  ],
});
