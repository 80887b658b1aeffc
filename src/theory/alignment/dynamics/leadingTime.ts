import { domainError } from "../../../numeric/domain.js";
import { type Estimate, exactly } from "../../../numeric/estimate.js";
import { assertShapes, callable, finite, optionsOf } from "../../../numeric/shape.js";
import { supplementOf } from "./angleCoordinate.js";
import { assertAngle, isotropicProfile } from "./gateProfile.js";
import type { AngleOptions } from "./timeToAngle.js";

/**
 * The diverging part of the time from theta0 = pi - e to a target: with psi(theta) ~ s (pi - theta) at pi,
 *
 *   t0 = (1 / (alpha s)) (1/e - 1/(pi - target)) + O(ln(1/e)),   s = 1/(2 pi) over N(0, I): t0 = (2 pi/alpha)(...) + O(1).
 *
 * The paper prints 1/e - 1/(pi - target) without its factor. O(1) for psi sin(theta) without a cubic term in pi - theta, as here.
 * With alpha < 0 the angle grows, and it is the diverging part of the time to a target near pi. Infinity from pi and to pi.
 * Domain: angles in [0, pi], alpha finite and not 0. s of a psi that is given is the slope found by extrapolation, to about 1e-9 for analytic psi.
 * Source: section 5.3 of the alignment paper, below eq. (10).
 * @throws TheoryError "domain", also where psi(pi) is not 0 or the slope is.
 */
export function leadingTime(theta0: number, target: number, alpha: number, options: AngleOptions = {}): Estimate {
  assertShapes(
    { theta0: finite, target: finite, alpha: finite, options: optionsOf({ psi: callable }) },
    { theta0, target, alpha, options },
  );
  const { psi } = options;
  assertAngle("theta0", theta0);
  assertAngle("target", target);
  if (alpha === 0)
    throw domainError("alpha", alpha, "a number that is not 0", "With alpha = 0 the angle stands still.");
  const slope = psi === undefined || psi === isotropicProfile ? { value: 1 / (2 * Math.PI), error: 0 } : slopeAtPi(psi);
  const method = "expansion at pi";
  if (theta0 === target) return exactly(0, method);
  if (theta0 >= Math.PI || target >= Math.PI) return exactly(Number.POSITIVE_INFINITY, method);
  const value = (1 / supplementOf(theta0) - 1 / supplementOf(target)) / (alpha * slope.value);
  const error = Math.abs(value) * (slope.error / Math.abs(slope.value) + 2 ** -50);
  return { value, error, method, evals: 0, converged: true };
}

/** So far from pi the slope must be what the extrapolation says; that of a square root is not. */
const NEAR = 1e-6;

/** -psi'(pi): psi(pi - h)/h extrapolated to h = 0 by polynomials. */
function slopeAtPi(psi: NonNullable<AngleOptions["psi"]>): { value: number; error: number } {
  if (!(Math.abs(psi(Math.PI, 0)) < 1e-12)) {
    throw domainError("psi(pi)", psi(Math.PI, 0), "0", "The time does not diverge like 1/(pi - theta0).");
  }
  const steps = Array.from({ length: 9 }, (_, i) => 0.4 * 2 ** -i);
  const table = steps.map((h) => psi(Math.PI - h, h) / h);
  let previous = Number.NaN;
  for (let level = 1; level < steps.length; level++) {
    previous = table[1];
    for (let i = 0; i + level < steps.length; i++) {
      const ratio = 2 ** level - 1;
      table[i] = table[i + 1] + (table[i + 1] - table[i]) / ratio;
    }
  }
  const value = table[0];
  const near = psi(Math.PI - NEAR, NEAR) / NEAR;
  if (!Number.isFinite(value) || Math.abs(value) < 1e-9 || !(Math.abs(near / value - 1) < 0.01)) {
    throw domainError("psi'(pi)", near, "finite and not 0", "The time does not diverge like 1/(pi - theta0).");
  }
  return { value, error: Math.abs(value - previous) + 1e-12 * Math.abs(value) };
}
