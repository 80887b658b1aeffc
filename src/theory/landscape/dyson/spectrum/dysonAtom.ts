import type { Estimate } from "../../../../numeric/estimate.js";
import { assertShapes, modest } from "../../../../numeric/shape.js";
import type { DysonEquation } from "../dysonEquation.js";
import { equationShape } from "../shapes.js";
import { scaleOf } from "../solver/scaleOf.js";
import { dysonSweep } from "../solver/solveDyson.js";

/** Falls of eta by 4; the last is near 1e-9 scales. */
const LEVELS = 15;

/**
 * The mass of an atom at the energy, lim eta Im <G(energy + i eta)> as eta falls to 0; 0 where there is none.
 *
 * Accuracy: `error`, an estimate from the last three eta, of which the smallest is 1e-9 of the scale of A and S; a density beside the
 * atom that is infinite, as |x|^{-1/3}, makes it 1e-6.
 * @throws TheoryError "domain".
 */
export function dysonAtom(equation: DysonEquation, energy: number): Estimate {
  assertShapes({ equation: equationShape, energy: modest }, { equation, energy });
  const scale = scaleOf(equation);
  const masses: number[] = [];
  let evals = 0;
  let converged = true;
  for (let level = 0; level < LEVELS; level++) {
    const eta = scale * 4 ** -level;
    const point = dysonSweep(equation, { eta, tolerance: 1e-12 })(energy);
    evals += point.iterations;
    converged = point.converged;
    masses.push(eta * point.trace[1]);
  }
  const [before, middle, now] = masses.slice(-3) as [number, number, number];
  const error = 2 * Math.max(Math.abs(now - middle), Math.abs(middle - before) / 4) + 1e-14;
  // what goes on falling with eta is a density, not an atom
  const value = now <= 4 * error ? 0 : now;
  return { value, error: value === 0 ? now + error : error, method: "eta Im <G>", evals, converged };
}
