import { domainError } from "../../../numeric/domain.js";
import { angleAtCoordinate, supplementAtCoordinate } from "./angleCoordinate.js";

/**
 * psi(theta, pi - theta) of Assumption 2: how strongly a node turns towards another at the angle theta. Finite on [0, pi] and 0 at pi; the
 * second argument has the digits near pi that pi - theta loses.
 */
export type GateProfile = (theta: number, supplement: number) => number;

/** (pi - theta) / (2 pi), inputs N(0, I). */
export const isotropicProfile: GateProfile = (_, supplement) => {
  assertFinite("supplement", supplement);
  return supplement / (2 * Math.PI);
};

/** psi at the coordinate. @throws TheoryError "domain" where it is not finite. */
export function profileAt(psi: GateProfile, y: number): number {
  const theta = angleAtCoordinate(y);
  const value = psi(theta, supplementAtCoordinate(y));
  if (Number.isFinite(value)) return value;
  throw domainError(`psi(${theta})`, value, "a finite number", "Give a psi that is finite on [0, pi].");
}

/** @throws TheoryError "domain" unless theta is in [0, pi]. */
export function assertAngle(name: string, theta: number): void {
  if (theta >= 0 && theta <= Math.PI) return;
  throw domainError(name, theta, "an angle in [0, pi], radians", "Give the angle between two vectors.");
}

/** @throws TheoryError "domain" unless the number is finite. */
export function assertFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw domainError(name, value, "a finite number", "Give a finite number.");
}
