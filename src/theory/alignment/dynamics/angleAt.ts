import { domainError } from "../../../numeric/domain.js";
import { type Estimate, exactly } from "../../../numeric/estimate.js";
import { solveOde } from "../../../numeric/ode.js";
import { assertShapes, callable, finite, optionsOf } from "../../../numeric/shape.js";
import { angleAtCoordinate, coordinateOf, sineAtCoordinate } from "./angleCoordinate.js";
import { assertAngle, assertFinite, isotropicProfile, profileAt } from "./gateProfile.js";
import type { AngleOptions } from "./timeToAngle.js";

/**
 * The angle theta(t) of eq. (10), d theta/dt = -alpha psi(theta) sin theta, theta(0) = theta0: by solving dy/dt = -alpha psi in
 * y = ln tan(theta/2).
 *
 * Domain: theta0 in [0, pi], alpha finite of any sign, t >= 0. 0 and pi are fixed. Near pi the angle keeps the digits of pi - theta.
 * Accuracy: absolute 6e-14 for the default psi (60 cases against 20 digits), where `error` is up to 4e-11; it does not count the rounding of a theta0 next to pi.
 * Source: eq. (9)-(10) of the alignment paper.
 * @throws TheoryError "domain".
 */
export function angleAt(theta0: number, alpha: number, t: number, options: AngleOptions = {}): Estimate {
  assertShapes(
    { theta0: finite, alpha: finite, t: finite, options: optionsOf({ psi: callable }) },
    { theta0, alpha, t, options },
  );
  const { psi = isotropicProfile } = options;
  assertAngle("theta0", theta0);
  if (t < 0) throw domainError("t", t, "at least 0", "For an earlier angle change the sign of alpha.");
  const method = "ODE in ln tan(theta/2)";
  // time in units of alpha: the step control knows no other scale
  const sign = Math.sign(alpha);
  const span = Math.abs(alpha) * t;
  assertFinite("alpha t", span);
  if (span === 0 || theta0 === 0 || theta0 >= Math.PI) return exactly(theta0, method);
  const rate = (_: number, [y]: readonly number[]) => [-sign * profileAt(psi, y)];
  const { states, error, evals, converged } = solveOde(rate, [coordinateOf(theta0)], [0, span], { tolerance: 1e-13 });
  const [y] = states[states.length - 1];
  const value = angleAtCoordinate(y);
  const spread = Math.min(Math.PI, error * Math.max(sineAtCoordinate(y), sineAtCoordinate(y - Math.sign(y) * error)));
  const reached = states.length === 2;
  return {
    value,
    error: reached ? spread + 2 ** -51 : Math.PI,
    method,
    evals,
    converged: converged && reached,
  };
}
