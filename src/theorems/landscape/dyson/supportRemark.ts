import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { kroneckerSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/kroneckerSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import type { Rows } from "../ways/complexRows.js";
import { randomSymmetric, range, seed, size } from "../ways/randomEquations.js";

const eigenvaluesOf = (matrix: Rows): readonly number[] =>
  Array.from(symmetricEigenvalues(Float64Array.from(matrix.flat()), matrix.length));

const multiply = (a: Rows, b: Rows): Rows =>
  a.map((row) => b.map((_, j) => row.reduce((sum, entry, k) => sum + entry * b[k]![j]!, 0)));

const sum = (matrices: readonly Rows[]): Rows =>
  matrices.reduce((total, matrix) => total.map((row, i) => row.map((entry, j) => entry + matrix[i]![j]!)));

/** A times 3, and two coefficients. */
const ensembleOf = (from: number, d: number) => ({
  A: randomSymmetric(from, 0, d).map((row) => row.map((entry) => 3 * entry)),
  coefficients: [1, 2].map((draw) => randomSymmetric(from, draw, d)),
});

/** ||sum A_k R A_k||. */
const imageNorm = (coefficients: readonly Rows[], R: Rows): number =>
  Math.max(...eigenvaluesOf(sum(coefficients.map((a) => multiply(multiply(a, R), a)))).map(Math.abs));

const identity = (d: number): Rows => range(d).map((i) => range(d).map((j) => Number(i === j)));

const parameters = {
  d: size(1, 3, "Size d of the matrices A_k of sum A_k (x) X_k."),
  E: { set: "real", min: -15, max: 15, doc: "Energy." },
  seed,
} as const;

export const supportRemark = theorem({
  id: "landscape/support-remark",
  kind: "remark",
  title:
    "The Dyson density lives within 2 ||S||^(1/2) of the eigenvalues of A; the eigenvalues of a finite sample need not.",
  notation: { d_E: "distance of E from the eigenvalues of A, 0 where the density at E vanishes", s: "||S[I]||" },
  parameters,
  assumptions: [],
  claim: compare("LessEqual", symbol("d_E"), times(2, root("s"))),
  source: paper("Remark in appendix F.4, after Theorem 5.1"),
  uses: ["landscape/theorem-f-1-unique"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the solver's density, and eigenvalues of A",
        evaluate: ({ d, E, seed: from }) => {
          const { A, coefficients } = ensembleOf(from, d);
          const { density } = solveDyson(dysonEquation(kroneckerSelfEnergy(coefficients), { mean: A }), E);
          return density > 1e-9 ? Math.min(...eigenvaluesOf(A).map((value) => Math.abs(E - value))) : 0;
        },
      },
      right: {
        name: "2 ||sum A_k^2||^(1/2)",
        evaluate: ({ d, seed: from }) => 2 * Math.sqrt(imageNorm(ensembleOf(from, d).coefficients, identity(d))),
      },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
    },
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "||S[R]|| of a random symmetric R of norm 1",
        evaluate: ({ d, seed: from }) => {
          const R = randomSymmetric(from, 4, d);
          const norm = Math.max(...eigenvaluesOf(R).map(Math.abs));
          return imageNorm(
            ensembleOf(from, d).coefficients,
            R.map((row) => row.map((entry) => entry / norm)),
          );
        },
      },
      right: {
        name: "||S[I]||, as the solver has it",
        evaluate: ({ d, seed: from }) => kroneckerSelfEnergy(ensembleOf(from, d).coefficients).norm,
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding where R is the identity up to its sign" },
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("lambda_1"), times(2, root("s"))),
    says: "As printed, the inclusion is of the spectral distribution of H itself. It holds for the Dyson density; the largest eigenvalue lambda_1 of a finite sample exceeds the bound with positive probability.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 1, E: 0, seed: 13 },
      relation: "LessEqual",
      left: {
        name: "largest |eigenvalue| of a sample of size 1, variance 2",
        evaluate: ({ seed: from }) => Math.SQRT2 * Math.abs(randomSymmetric(from, 0, 1)[0]![0]!),
      },
      right: { name: "2 ||S||^(1/2), S[R] = (tr R/N) I", evaluate: () => 2 },
      tolerance: { unit: "abs", limit: 1e-9, why: "numbers of order 1" },
    },
  },
});
