import { goeSelfEnergy } from "../../../../proofs/landscape/goeVariance.js";
import { over, plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { applySelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/customSelfEnergy.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { semicircle } from "../ways/closedForms.js";
import { listed, type Rows } from "../ways/complexRows.js";
import { energy, randomSymmetric, randomVariances, range, seed, size } from "../ways/randomEquations.js";
import { density, rounding } from "./settings.js";

/** E[W R W]/N over all patterns of signs of the entries of W, whose magnitudes are the deviations. */
function overSigns(variances: Rows, R: Rows): Rows {
  const n = variances.length;
  const patterns = range(2 ** ((n * (n + 1)) / 2));
  const sum = range(n).map(() => new Array<number>(n).fill(0));
  for (const code of patterns) {
    const W = range(n).map((i) =>
      range(n).map((j) => {
        const [a, b] = [Math.max(i, j), Math.min(i, j)];
        return ((code >> ((a * (a + 1)) / 2 + b)) & 1 ? 1 : -1) * Math.sqrt(variances[i]![j]!);
      }),
    );
    const WR = W.map((row) => range(n).map((l) => row.reduce((total, entry, k) => total + entry * R[k]![l]!, 0)));
    for (const i of range(n)) {
      for (const j of range(n)) {
        sum[i]![j]! += WR[i]!.reduce((total, entry, l) => total + entry * W[l]![j]!, 0) / (n * patterns.length);
      }
    }
  }
  return sum;
}

export const equation10 = theorem({
  id: "landscape/equation-10",
  kind: "definition",
  title:
    "S[R] = E[W R W]/N of independent symmetric entries is diagonal sums of variances, and Var_ij R_ji/N off the diagonal.",
  notation: { s: "entries of S[R] by variances", e: "entries of E[W R W]/N over all signs of the entries" },
  parameters: { N: size(1, 3, "Size N of the matrices."), seed },
  assumptions: [],
  claim: equation(symbol("s"), symbol("e")),
  source: paper("eq. (10)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the literal self-energy",
        evaluate: ({ N, seed: from }) => {
          const R = randomSymmetric(from, 2, N).map((row, i) => row.map((entry, j) => entry + i - j));
          const zero = R.map((row) => row.map(() => 0));
          return listed(applySelfEnergy(literalSelfEnergy(randomVariances(from, N)), { re: R, im: zero })).slice(
            0,
            N * N,
          );
        },
      },
      right: {
        name: "all patterns of signs",
        evaluate: ({ N, seed: from }) => {
          const R = randomSymmetric(from, 2, N).map((row, i) => row.map((entry, j) => entry + i - j));
          return overSigns(randomVariances(from, N), R).flat();
        },
      },
      tolerance: rounding,
    },
  ],
});

const goeVariances = (N: number): Rows => range(N).map((i) => range(N).map((j) => (i === j ? 2 : 1)));

export const goeVariance = theorem({
  id: "landscape/goe-variance",
  kind: "formula",
  title:
    "With the literal S the Gaussian orthogonal ensemble has a semicircle of variance 1 + 1/N, not 1: S[R] = (tr R/N) I + R^T/N.",
  notation: {
    rho: "density of the solution at E, A = 0, Var W = 1 and 2 on the diagonal",
    s: "(4 v - E^2)^(1/2)/(2 pi v)",
    v: "1 + 1/N",
  },
  parameters: { N: size(1, 8, "Size N of the matrices."), E: energy },
  assumptions: [],
  claim: equation(symbol("v"), plus(1, over(1, "N"))),
  source: paper("eq. (9), (10)"),
  uses: ["landscape/equation-9", "landscape/equation-10"],
  proof: { kind: "steps", file: "proofs/landscape/goeVariance.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [goeSelfEnergy],
      because: "M = m I solves the equation, and m that of a semicircle of this variance",
    },
    {
      kind: "routes",
      left: {
        name: "the solver",
        evaluate: ({ N, E }) => {
          const { density: value, error, converged } = solveDyson(dysonEquation(literalSelfEnergy(goeVariances(N))), E);
          return { value, error, converged, method: "dyson", evals: 0 };
        },
      },
      right: { name: "the semicircle of variance 1 + 1/N", evaluate: ({ N, E }) => semicircle(E, 1 + 1 / N) },
      tolerance: density,
    },
    {
      kind: "reference",
      at: { N: 5, E: 0.7 },
      value: "0.2753452067842",
      origin: "Newton's method on the matrix equation (NumPy)",
      way: {
        name: "the solver",
        evaluate: ({ N, E }) => solveDyson(dysonEquation(literalSelfEnergy(goeVariances(N))), E).density,
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
    },
  ],
});
