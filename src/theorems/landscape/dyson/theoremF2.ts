import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { over } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { profileSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/profileSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { normalisedTrace, type Rows } from "../ways/complexRows.js";
import { plainSolution } from "../ways/plainSolution.js";
import { energy, eta, randomSymmetric, randomVariances, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

/** S[R] = diagonal of the mean variances times R_jj. */
const diagonalImage = (variances: Rows) => (R: { readonly re: Rows; readonly im: Rows }) => {
  const n = variances.length;
  const part = (rows: Rows) =>
    range(n).map((i) =>
      range(n).map((j) => (i === j ? range(n).reduce((sum, k) => sum + variances[i]![k]! * rows[k]![k]!, 0) / n : 0)),
    );
  return { re: part(R.re), im: part(R.im) };
};

export const theoremF2 = theorem({
  id: "landscape/theorem-f-2",
  kind: "theorem",
  title:
    "With A = 0 the Dyson density is even, so in the limit half of the eigenvalues off its atom at 0 are negative.",
  notation: {
    d: "Im <G(-E + i eta)>, the smoothed density at -E, by the solver",
    e: "Im <G(E + i eta)> by averaged steps",
    n_: "negative eigenvalues of a sample",
    r: "non-zero eigenvalues of it",
  },
  parameters: { N: size(1, 4, "Blocks of the profile, or size of the sample."), E: energy, eta, seed },
  assumptions: [],
  claim: equation(symbol("d"), symbol("e")),
  source: paper("Theorem F.2"),
  uses: ["landscape/lemma-f-2", "landscape/lemma-f-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the solver at -E",
        evaluate: ({ N, E, eta: y, seed: from }) =>
          solveDyson(dysonEquation(profileSelfEnergy(randomVariances(from, N))), -E, { eta: y }).trace[1],
      },
      right: {
        name: "averaged steps at E",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const variances = randomVariances(from, N);
          const zero = variances.map((row) => row.map(() => 0));
          return normalisedTrace(plainSolution(diagonalImage(variances), { re: zero, im: zero }, [E, y]))[1];
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "an iteration takes a hundred steps" },
    },
  ],
  printed: {
    claim: equation(symbol("n_"), over("r", 2)),
    says: "As printed, half of the non-zero eigenvalues of the matrix itself are negative. This is a statement about the limit: a Gaussian sample of odd size has an odd number of them.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { N: 3, E: 0, eta: 1, seed: 1 },
      left: {
        name: "negative eigenvalues",
        evaluate: ({ N, seed: from }) => spectrum(from, N).filter((value) => value < -1e-9).length,
      },
      right: {
        name: "half of the non-zero ones",
        evaluate: ({ N, seed: from }) => spectrum(from, N).filter((value) => Math.abs(value) > 1e-9).length / 2,
      },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers and halves" },
    },
  },
});

const spectrum = (from: number, N: number): readonly number[] =>
  Array.from(symmetricEigenvalues(Float64Array.from(randomSymmetric(from, 0, N).flat()), N));
