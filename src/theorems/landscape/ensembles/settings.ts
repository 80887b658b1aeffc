import type { Estimate } from "../../../numeric/estimate.js";
import type { DysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import { solveDyson } from "../../../theory/landscape/dyson/solver/solveDyson.js";
import type { Tolerance } from "../../theorem.js";

export const energy = { set: "real", min: -4.5, max: 4.5, doc: "Energy E." } as const;

/** On the real axis, with the solver's error. */
export function densityAt(equation: DysonEquation, E: number): Estimate {
  const { density, error, converged } = solveDyson(equation, E);
  return { value: density, error, converged, method: "matrix Dyson equation", evals: 0 };
}

export const closedForm: Tolerance = {
  unit: "abs",
  limit: 1e-9,
  why: "rounding of closed forms with square roots near an edge; the solver's own error is added",
};

/** Of chiral matrices and sample covariances. */
export const ratio = { set: "real", min: 0.05, max: 4, doc: "y = p/n, rows over columns of X." } as const;
