import { domainError } from "../domain.js";
import { integrandError, type QuadratureResult, type Tolerances } from "./result.js";
import { trapezoidLine } from "./trapezoidLine.js";

export interface DoubleExponentialOptions extends Tolerances {
  /** Halvings of the step 1/2 at most. Default 9. */
  readonly maxHalvings?: number;
}

/**
 * f(x, fromA, fromB) with fromA = x - a and fromB = b - x, both accurate where x itself has rounded to an end. A function with
 * an end singularity must be written in the distance: (x, fromA) => fromA ** -0.9, not (x - a) ** -0.9. Infinity for an
 * infinite end.
 */
export type EndAwareIntegrand = (x: number, fromA: number, fromB: number) => number;

/** tanh-sinh leaves the doubles at pi sinh t = 700, the infinite maps at (pi/2) sinh t = 690. */
const FINITE_LIMIT = Math.asinh(700 / Math.PI);
const INFINITE_LIMIT = Math.asinh(1380 / Math.PI);
const HALF_PI = Math.PI / 2;

/**
 * Double-exponential quadrature over [a, b], a < b, either end possibly infinite, for f analytic inside with any integrable
 * algebraic or logarithmic behaviour at the ends.
 *
 *   [a, b]:       x = (a+b)/2 + (b-a)/2 tanh((pi/2) sinh t)      tanh-sinh
 *   [a, inf):     x = a + exp((pi/2) sinh t)                     exp-sinh
 *   (-inf, inf):  x = sinh((pi/2) sinh t)                        sinh-sinh
 *
 * Source: H. Takahasi and M. Mori, Publ. RIMS 9 (1974) 721-741. The trapezoid sum, the reuse of points and the error are those
 * of trapezoidLine. Infinite ranges have scale 1 built in: scale x so the integrand lives within about 1e-6 .. 1e6.
 *
 * @throws TheoryError "undefined-value" where f is NaN or infinite; "domain" for bad ends.
 */
export function doubleExponential(
  f: EndAwareIntegrand,
  a: number,
  b: number,
  options: DoubleExponentialOptions = {},
): QuadratureResult {
  if (!(a < b)) throw domainError("[a, b]", `[${a}, ${b}]`, "ends with a < b", "Swap the ends.");
  const infinite = !Number.isFinite(a) || !Number.isFinite(b);
  const limit = infinite ? INFINITE_LIMIT : FINITE_LIMIT;
  return trapezoidLine(substituted(f, a, b), { ...options, step: 0.5, reach: 3, limit });
}

function substituted(f: EndAwareIntegrand, a: number, b: number): (t: number) => number {
  const weigh = (x: number, fromA: number, fromB: number, weight: number): number => {
    if (weight === 0) return 0;
    const y = f(x, fromA, fromB);
    if (!Number.isFinite(y)) throw integrandError(x, y, "Write the integrand in its distances to the ends.");
    return y === 0 ? 0 : y * weight;
  };
  if (Number.isFinite(a) && Number.isFinite(b)) {
    const width = b - a;
    return (t) => {
      const near = nearDistance(Math.abs(t)); // (distance to the nearer end) / width
      const weight = width * Math.PI * Math.cosh(t) * near * (1 - near);
      const small = width * near;
      const large = width * (1 - near);
      return t < 0 ? weigh(a + small, small, large, weight) : weigh(b - small, large, small, weight);
    };
  }
  const infinity = Number.POSITIVE_INFINITY;
  if (!Number.isFinite(a) && !Number.isFinite(b)) {
    return (t) => {
      const u = HALF_PI * Math.sinh(t);
      return weigh(Math.sinh(u), infinity, infinity, HALF_PI * Math.cosh(t) * Math.cosh(u));
    };
  }
  return (t) => {
    const distance = Math.exp(HALF_PI * Math.sinh(t));
    const weight = HALF_PI * Math.cosh(t) * distance;
    return Number.isFinite(a)
      ? weigh(a + distance, distance, infinity, weight)
      : weigh(b - distance, infinity, distance, weight);
  };
}

/** (1 - tanh((pi/2) sinh t)) / 2 for t >= 0, without cancellation. */
export function nearDistance(t: number): number {
  const q = Math.exp(-Math.PI * Math.sinh(t));
  return q / (1 + q);
}
