import { goeSelfEnergy } from "../../../../proofs/landscape/goeVariance.js";
import { minus, over, pi, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { literalSelfEnergy } from "../../../theory/landscape/dyson/selfEnergies/literalSelfEnergy.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { semicircle } from "../ways/closedForms.js";
import type { Rows } from "../ways/complexRows.js";
import { energy, range, size } from "../ways/randomEquations.js";
import { density } from "./settings.js";

const variance = plus(1, over(1, "N"));
const goeVariances = (N: number): Rows => range(N).map((i) => range(N).map((j) => (i === j ? 2 : 1)));

export const goeVariance = theorem({
  id: "landscape/goe-variance",
  kind: "formula",
  title:
    "With the literal S the Gaussian orthogonal ensemble has a semicircle of variance 1 + 1/N, not 1: S[R] = (tr R/N) I + R^T/N.",
  notation: {
    rho: "density of the solution at E, A = 0, Var W = 1 and 2 on the diagonal; 0 for E^2 > 4 (1 + 1/N)",
  },
  parameters: { N: size(1, 8, "Size N of the matrices."), E: energy },
  assumptions: [],
  claim: equation(symbol("rho"), over(root(minus(times(4, variance), power("E", 2))), times(2, pi, variance))),
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
