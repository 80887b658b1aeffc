import { domainError } from "../../../numeric/domain.js";
import { type Estimate, exactly } from "../../../numeric/estimate.js";
import { gaussKronrod } from "../../../numeric/quadrature/gaussKronrod.js";
import { assertShapes, callable, finite, optionsOf } from "../../../numeric/shape.js";
import { angleAtCoordinate, coordinateOf } from "./angleCoordinate.js";
import { assertAngle, type GateProfile, isotropicProfile, profileAt } from "./gateProfile.js";

export interface AngleOptions {
  /** psi of eq. (10); default (pi - theta) / (2 pi). */
  readonly psi?: GateProfile;
}

/** So many places are looked at for a zero of psi. */
const LOOKS = 512;
const METHOD = "quadrature over ln tan(theta/2)";

/**
 * The time that the angle of eq. (10), d theta/dt = -alpha psi(theta) sin theta, takes from theta0 to the target:
 *
 *   T = (1/alpha) int_{y(target)}^{y(theta0)} dy / psi,   y = ln tan(theta / 2).
 *
 * Infinity where it never gets there: from 0 or pi, to 0 or pi, and past a zero of psi. `Math.PI` is pi.
 * Domain: angles in [0, pi]; alpha finite; the target ahead of theta0, also where theta0 is 0 or pi: below it for alpha psi > 0, above it for
 * alpha psi < 0. A psi that touches 0 between the angles without a change of sign is refused where a node of the quadrature meets the place.
 * Accuracy: relative 3e-15 for the default psi (150 cases against 25 digits), 1e-12 for psi analytic; near pi the time is as good as the given angle, (pi - theta0)^-1 2^-52 relative.
 * Source: eq. (9)-(10) of the alignment paper.
 * @throws TheoryError "domain".
 */
export function timeToAngle(theta0: number, target: number, alpha: number, options: AngleOptions = {}): Estimate {
  assertShapes(
    { theta0: finite, target: finite, alpha: finite, options: optionsOf({ psi: callable }) },
    { theta0, target, alpha, options },
  );
  const { psi = isotropicProfile } = options;
  assertAngle("theta0", theta0);
  assertAngle("target", target);
  if (theta0 === target) return exactly(0, METHOD);
  if (alpha === 0) return exactly(Number.POSITIVE_INFINITY, METHOD);
  const start = coordinateOf(theta0);
  const speed = -alpha * profileAt(psi, start);
  if (speed === 0) return exactly(Number.POSITIVE_INFINITY, METHOD);
  if (speed > 0 !== target > theta0) {
    const [side, moves] = speed > 0 ? ["above", "grows"] : ["below", "falls"];
    const remedy = `Give an angle ahead: where alpha psi(theta) is ${speed > 0 ? "below" : "above"} 0 theta ${moves}.`;
    throw domainError("target", target, `${side} theta0 = ${theta0}`, remedy);
  }
  if (theta0 === 0 || theta0 >= Math.PI) return exactly(Number.POSITIVE_INFINITY, METHOD);
  if (target === 0 || target >= Math.PI) return exactly(Number.POSITIVE_INFINITY, METHOD);
  const end = coordinateOf(target);
  if (vanishes(psi, start, end)) return exactly(Number.POSITIVE_INFINITY, METHOD);
  return { ...travelTime(psi, start, end, alpha), method: METHOD };
}

/** 1/psi. @throws TheoryError "domain" where psi is 0. */
function inverseAt(psi: GateProfile, y: number): number {
  const value = 1 / profileAt(psi, y);
  if (Number.isFinite(value)) return value;
  const where = `0 at theta = ${Number(angleAtCoordinate(y).toPrecision(6))}`;
  throw domainError("psi", where, "not 0 between theta0 and the target", "Give angles on one side of that zero.");
}

/** Whether psi changes its sign or is zero on the way. */
function vanishes(psi: GateProfile, start: number, end: number): boolean {
  const sign = Math.sign(profileAt(psi, start));
  for (let i = 1; i <= LOOKS; i++) {
    if (Math.sign(profileAt(psi, start + ((end - start) * i) / LOOKS)) !== sign) return true;
  }
  return false;
}

/** The time between two coordinates, for psi of one sign between them. */
export function travelTime(psi: GateProfile, start: number, end: number, alpha: number): Omit<Estimate, "method"> {
  const [low, high] = start < end ? [start, end] : [end, start];
  if (low === high) return { value: 0, error: 0, evals: 0, converged: true };
  const { value, error, evals, converged } = gaussKronrod((y) => inverseAt(psi, y), low, high, {
    relativeTolerance: 1e-13,
    maxEvals: 20_000,
  });
  const rounding = 2 ** -50 * Math.abs(value);
  const size = Math.abs(alpha);
  const good = converged || error <= 1e-9 * Math.abs(value);
  return { value: Math.abs(value) / size, error: (error + rounding) / size, evals, converged: good };
}
