import { assertAbove, domainError } from "../../../../numeric/domain.js";
import type { Estimate } from "../../../../numeric/estimate.js";
import { assertShapes, callable, modest, optionsOf, pairShape } from "../../../../numeric/shape.js";

/** m(z) = int rho(x) / (x - z) dx at z = x + iy, y > 0, as [Re m, Im m]. */
export type StieltjesTransform = (x: number, y: number) => readonly [number, number];

export interface StieltjesInversionOptions {
  /** The largest Im z; below the distance to the next edge. Default 0.1. */
  readonly eta?: number;
}

const LEVELS = 9;

/**
 * The density at an energy from a Stieltjes transform of yours: Im m(energy + i eta) / pi at eta, eta/2, .. eta/2^8, extrapolated to
 * eta = 0 by polynomials (Neville). A second way to a density that knows no equation.
 *
 * Accuracy: `error`, the last change of the best column: about 1e-12 at a distance of eta or more from edges; near them it is large, as the
 * error is. An atom gives Infinity.
 * @throws TheoryError "domain" where the transform is not finite.
 */
export function stieltjesInversion(
  transform: StieltjesTransform,
  energy: number,
  options: StieltjesInversionOptions = {},
): Estimate {
  assertShapes(
    { transform: callable, energy: modest, options: optionsOf({ eta: modest }) },
    { transform, energy, options },
  );
  const { eta = 0.1 } = options;
  assertAbove("eta", eta, 0);
  const etas = Array.from({ length: LEVELS }, (_, k) => eta / 2 ** k);
  const values = etas.map((y) => {
    const value: unknown = transform(energy, y);
    pairShape("transform(x, y)", value);
    const [, im] = value as readonly [number, number];
    if (Number.isFinite(im)) return im / Math.PI;
    throw domainError(
      "transform",
      `${im} at ${energy} + ${y}i`,
      "finite numbers for Im z > 0",
      "Repair the transform.",
    );
  });
  const [first, last] = [values[0]!, values.at(-1)!];
  if (last > 100 * Math.abs(first) && last * etas.at(-1)! > 0.5 * Math.abs(values.at(-2)!) * etas.at(-2)!) {
    return {
      value: Number.POSITIVE_INFINITY,
      error: 0,
      method: "extrapolation in eta",
      evals: LEVELS,
      converged: true,
    };
  }
  let best = { value: last, error: Number.POSITIVE_INFINITY };
  let column = values;
  let before = Number.POSITIVE_INFINITY;
  for (let order = 1; order < LEVELS; order++) {
    const next = column.slice(1).map((value, k) => value + (value - column[k]!) / (2 ** order - 1));
    const change = Math.abs(next.at(-1)! - column.at(-1)!);
    // one small change may be an accident, and at an edge what is left is a multiple of it
    const error = 4 * Math.max(change, Math.min(before, change * 2 ** order));
    if (error < best.error) best = { value: next.at(-1)!, error };
    before = change;
    column = next;
  }
  // of a smooth density each change is half of the one before, at a square root 0.7 of it: that is not extrapolated
  const [earlier, middle] = [values.at(-3)!, values.at(-2)!];
  const ratio = (last - middle) / (middle - earlier);
  const isSmooth = Math.abs(ratio - 0.5) < 0.1 || Math.abs(last - middle) < 1e-9 * Math.abs(last);
  // extrapolation amplifies the rounding of the values
  const rounding = 16 * 2 ** -53 * Math.max(...values.map(Math.abs));
  const error = Math.max(best.error, isSmooth ? 0 : 4 * Math.abs(last - middle)) + rounding;
  return { value: best.value, error, method: "extrapolation in eta", evals: LEVELS, converged: error <= 1e-6 };
}
