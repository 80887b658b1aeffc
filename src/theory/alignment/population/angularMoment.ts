import { domainError } from "../../../numeric/domain.js";
import { gaussKronrodVector } from "../../../numeric/quadrature/gaussKronrod.js";
import { assertShapes, callable, finite, optionsOf, vector } from "../../../numeric/shape.js";

/** A density of the input's angle in the plane of the two weights, measured from w_j; period 2 pi. */
export type AngularDensity = (angle: number) => number;

export type PlaneVector = readonly [number, number];

export interface AngularMomentOptions {
  /** Angles where the density kinks or jumps, in (-pi/2, pi/2): quadrature is split there. */
  readonly breakpoints?: readonly number[];
}

export interface AngularMoment {
  /** I(theta), eq. (56), in coordinates where w_j = (1, 0), w_k = (cos theta, sin theta). */
  readonly direct: PlaneVector;
  /** I_1 w_j / 2 - I_0 / 4 + I_2 / 4: eq. (57)-(59) with the signs of I_0 and I_2 as they must be. */
  readonly composed: PlaneVector;
  /** Eq. (60). */
  readonly I1: number;
  /** Eq. (61). */
  readonly I0: PlaneVector;
  /** The first line of eq. (62). */
  readonly I2: PlaneVector;
  /** Absolute, of every entry. */
  readonly error: number;
  readonly converged: boolean;
}

export const isotropic: AngularDensity = () => 1 / (2 * Math.PI);

/**
 * The angular part of E[x z_k f_j] when the direction of x in the plane of unit w_k, w_j has a density p and its length is independent of
 * it: E[x z_k f_j] = E r^2 I(theta) in that plane, with
 *
 *   I(theta) = int_{theta - pi/2}^{pi/2} (cos a, sin a) cos a p(a) da = [I_1 w_j - I_0/2 + I_2/2] / 2,
 *   I_1 = int_{theta - pi/2}^{pi/2} p,   I_0 = int_0^{2 pi} (cos b, sin b) p(b/2 - pi/2) db,   I_2 = the same up to 2 theta.
 *
 * Source: eq. (56)-(62) of the alignment paper, proof of Theorem 6. As printed, eq. (58)-(59) have both signs of I_0 and I_2 flipped:
 * b = 2a + pi turns cos 2a into -cos b. With p = 1/(2 pi) I_0 = 0 and I_2 = sin theta w_k / pi: Theorem 6.
 *
 * Domain: theta in [0, pi], p finite on [-pi/2, pi/2]. Accuracy: adaptive quadrature to 1e-12.
 * @throws TheoryError "domain"; "undefined-value" where the density is not finite.
 */
export function angularMoment(
  theta: number,
  density: AngularDensity,
  options: AngularMomentOptions = {},
): AngularMoment {
  assertShapes(
    { theta: finite, density: callable, options: optionsOf({ breakpoints: vector }) },
    { theta, density, options },
  );
  const { breakpoints = [] } = options;
  if (!(theta >= 0 && theta <= Math.PI)) {
    throw domainError("theta", theta, "an angle in [0, pi]", "Two weights have no other angle.");
  }
  const half = Math.PI / 2;
  const wedge = integrals(
    (a, out) => {
      const p = density(a);
      out[0] = Math.cos(a) * Math.cos(a) * p;
      out[1] = Math.sin(a) * Math.cos(a) * p;
      out[2] = p;
    },
    [theta - half, half],
    breakpoints,
  );
  const doubled = breakpoints.map((a) => 2 * a + Math.PI);
  const turned = (to: number) =>
    integrals(
      (b, out) => {
        const p = density(b / 2 - half);
        out[0] = Math.cos(b) * p;
        out[1] = Math.sin(b) * p;
        out[2] = 0;
      },
      [0, to],
      doubled,
    );
  const [whole, part] = [turned(2 * Math.PI), turned(2 * theta)];
  const I1 = wedge.values[2];
  const [I0, I2]: PlaneVector[] = [pair(whole.values), pair(part.values)];
  return {
    direct: pair(wedge.values),
    composed: [I1 / 2 - I0![0] / 4 + I2![0] / 4, -I0![1] / 4 + I2![1] / 4],
    I1,
    I0: I0!,
    I2: I2!,
    error: wedge.error + whole.error + part.error,
    converged: wedge.converged && whole.converged && part.converged,
  };
}

type Triple = readonly [number, number, number];
const pair = ([x, y]: Triple): PlaneVector => [x, y];

function integrals(
  f: (x: number, out: Float64Array) => void,
  [from, to]: readonly [number, number],
  breakpoints: readonly number[],
): { values: Triple; error: number; converged: boolean } {
  if (!(from < to)) return { values: [0, 0, 0], error: 0, converged: true };
  const inside = breakpoints.filter((at) => at > from && at < to);
  const { values, errors, converged } = gaussKronrodVector(f, 3, from, to, {
    absoluteTolerance: 1e-12,
    breakpoints: inside,
  });
  return { values: [values[0]!, values[1]!, values[2]!], error: Math.max(...errors), converged };
}
