import { domainError } from "../../../numeric/domain.js";
import { type Estimate, exactly } from "../../../numeric/estimate.js";
import { findRoot } from "../../../numeric/root.js";
import { angleAtCoordinate, coordinateOf, sineAtCoordinate } from "./angleCoordinate.js";
import { assertAngle, isotropicProfile, profileAt } from "./gateProfile.js";
import { type AngleOptions, travelTime } from "./timeToAngle.js";

/**
 * theta(t) of eq. (10) a second way: the angle whose travel time from theta0, by quadrature, is t. For alpha > 0 and psi > 0 on (0, theta0].
 *
 * Shares nothing with `angleAt` but the coordinate. Accuracy: absolute 1e-12, see `error`.
 * @throws TheoryError "domain".
 */
export function angleByInversion(
  theta0: number,
  alpha: number,
  t: number,
  { psi = isotropicProfile }: AngleOptions = {},
): Estimate {
  assertAngle("theta0", theta0);
  if (!(alpha > 0 && t >= 0 && alpha * t < 1e6)) {
    throw domainError("alpha t", alpha * t, "alpha > 0, t >= 0, alpha t below 1e6", "Use angleAt.");
  }
  const method = "travel time inverted";
  if (theta0 === 0 || theta0 >= Math.PI) return exactly(theta0, method);
  if (alpha * t < 1e-200) return { ...exactly(theta0, method), error: alpha * t };
  const start = coordinateOf(theta0);
  let evals = 0;
  const late = (y: number): number => {
    if (!(profileAt(psi, y) > 0)) throw domainError("psi", profileAt(psi, y), "above 0 on the way", "Use angleAt.");
    const time = travelTime(psi, start, y, alpha);
    evals += time.evals;
    return time.value - t;
  };
  let step = 1;
  while (late(start - step) < 0) step *= 2;
  const { root, error, converged } = findRoot(late, start - step, start - (step > 1 ? step / 2 : 0), {
    absoluteTolerance: 2 ** -51,
  });
  const time = travelTime(psi, start, root, alpha);
  // an error of the time moves y by alpha psi times it
  const spread = error + (time.error + 2 ** -51 * t) * alpha * profileAt(psi, root);
  return {
    value: angleAtCoordinate(root),
    error: spread * sineAtCoordinate(root) + 2 ** -51,
    method,
    evals,
    converged: converged && time.converged,
  };
}
