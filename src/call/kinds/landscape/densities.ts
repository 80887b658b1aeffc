import { TheoryError } from "../../../errors.js";
import type { DysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import type { DysonPoint } from "../../../theory/landscape/dyson/dysonSolution.js";
import { dysonDensity } from "../../../theory/landscape/dyson/solver/solveDyson.js";

/** The points. Throws TheoryError where one did not converge: these kinds have no place for an error. */
export function settledPoints<T extends DysonPoint>(points: readonly T[]): readonly T[] {
  const bad = points.find(({ converged }) => !converged);
  if (bad === undefined) return points;
  const remedy = "theoria dyson shows what it has, with its error.";
  throw new TheoryError(`the solution at energy ${bad.energy} has residual ${bad.residual} and did not converge.`, {
    code: "not-applicable",
    parameter: "energies",
    value: bad.energy,
    domain: "energies where the equation is regular",
    remedy,
  });
}

/** The density at every energy. */
export const densitiesOf = (equation: DysonEquation, energies: readonly number[]): readonly number[] =>
  settledPoints(dysonDensity(equation, energies)).map(({ density }) => density);
