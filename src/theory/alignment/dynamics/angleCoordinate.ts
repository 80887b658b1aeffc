/**
 * The coordinate y = ln tan(theta / 2) of an angle in (0, pi): d theta = sin theta dy, so that the dynamics of eq. (10) is dy/dt = -alpha
 * psi, and an angle e short of pi has the digits of e: y = -ln tan(e / 2).
 */

/** pi - Math.PI. */
const LOST = 1.2246467991473532e-16;

/** pi - theta with all its digits. */
export const supplementOf = (theta: number): number => Math.PI - theta + LOST;

/** -Infinity at 0; at the double nearest to pi 37.4, the angle being 1.2e-16 short of pi. */
export function coordinateOf(theta: number): number {
  return theta < Math.PI / 2 ? Math.log(Math.tan(theta / 2)) : -Math.log(Math.tan(supplementOf(theta) / 2));
}

export const angleAtCoordinate = (y: number): number =>
  y > 0 ? Math.PI - supplementAtCoordinate(y) : 2 * Math.atan(Math.exp(y));

export const supplementAtCoordinate = (y: number): number =>
  y > 0 ? 2 * Math.atan(Math.exp(-y)) : Math.PI - 2 * Math.atan(Math.exp(y));

/** sin theta. */
export const sineAtCoordinate = (y: number): number => 1 / Math.cosh(y);
