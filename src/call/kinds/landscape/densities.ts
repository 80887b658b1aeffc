import { TheoryError } from "../../../errors.js";
import type { DysonEquation } from "../../../theory/landscape/dyson/dysonEquation.js";
import type { DysonPoint } from "../../../theory/landscape/dyson/dysonSolution.js";
import { dysonDensity } from "../../../theory/landscape/dyson/solver/solveDyson.js";

/** The points. Throws TheoryError, naming the parameter, where one did not converge: these kinds have no place for an error. */
export function settledPoints<T extends DysonPoint>(points: readonly T[], parameter = "energies"): readonly T[] {
  const bad = points.find(({ converged }) => !converged);
  if (bad === undefined) return points;
  const remedy = "theoria dyson shows what it has, with its error.";
  throw new TheoryError(`the solution at energy ${bad.energy} ${reasonOf(bad)}.`, {
    code: "not-applicable",
    parameter,
    value: bad.energy,
    domain: "energies where the equation is regular",
    remedy,
  });
}

/** An equation solved at the smallest eta, but not on the axis, is singular there. */
function reasonOf({ residual, eta, density }: DysonPoint): string {
  if (eta === 0 || residual > 1e-12) return `has residual ${residual} and did not converge`;
  return (
    `did not converge: above the axis, at eta = ${eta}, the density is ${density}; ` +
    "on it the density is infinite, or the energy lies in a gap or beside an atom too narrow to tell"
  );
}

/** The density at every energy. */
export const densitiesOf = (equation: DysonEquation, energies: readonly number[]): readonly number[] =>
  settledPoints(dysonDensity(equation, energies)).map(({ density }) => density);
