/**
 * Means over the uniform point of the sphere |z|^2 = n (n = B-1) of homogeneous functions of two samples z1, z2 with
 * correlation -1/n. Schwinger's parameter for |z|^-d (the step that gives Theorem 2) turns them into Gaussian means:
 *
 *   E f = n^(d/2) E[f(g) |g|^-d] = n^(d/2) / Gamma(d/2) int_0^inf s^(d/2-1) (1+2s)^(-(n+d)/2) ds  E f(g),   g ~ N(0, I_n),
 *
 * and E f(g) = 2^(d/2) Gamma(1+d/2) A[f], A the mean over the angle in the plane of the two samples.
 *
 * Ours: k = 1 or 2 integrations by parts in s make the integral converge for -2 < d and cancel Gamma against E R^d, with
 * m = (n+d)/2 and s = e^r / n:
 *
 *   E f = (1+d/n) 2^(d/2) int e^(r(d/2+1)) (1+2e^r/n)^(-m-1) dr A[f]                                      (k = 1)
 *       = (1+d/n) (1+(d+2)/n) 2^(d/2) / (d/2+1) int e^(r(d/2+2)) (1+2e^r/n)^(-m-2) dr A[f]                (k = 2);
 *
 * and in a wedge 0 < t < W between the lines z1 = 0 and z2 = 0, where |z1| = R sin t and |z2| = R sin(W-t), the logistic
 * t = W/(1+e^-x): powers of t at the ends become exponentials of x and the integrand is analytic in |Im x| < pi.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { trapezoidLine } from "../../../../numeric/quadrature/trapezoidLine.js";
import { Measured } from "./measured.js";

/** A homogeneous function of two samples. */
export type PairFunction = (z1: number, z2: number) => number;

/** |x| up to which the logistic keeps sin t, and its reciprocal times a weight, inside the doubles. */
const LONGEST = 690;

/** |z1| / R and |z2| / R in a wedge of the width given. */
function arc(width: number, near: number, left: boolean): { s1: number; s2: number } {
  const small = Math.sin(width * near);
  const large = Math.sin(width * (1 - near));
  return left ? { s1: small, s2: large } : { s1: large, s2: small };
}

export class SphericalMeans {
  evals = 0;
  readonly #n: number;
  readonly #tolerance: number;
  /** asin(1/n): the wedges z1 z2 > 0 are narrower than a right angle by this, those with z1 z2 < 0 wider. */
  readonly #tilt: number;
  readonly #radial = new Map<number, Measured>();

  constructor(n: number, tolerance: number) {
    this.#n = n;
    this.#tolerance = tolerance;
    this.#tilt = Math.asin(1 / n);
  }

  /** E f, f homogeneous of the degree given and symmetric in its arguments, |z1|^(rate-1) at worst where z1 = 0. */
  pair(degree: number, rate: number, f: PairFunction): Measured {
    const narrow = Math.PI / 2 - this.#tilt;
    const wide = Math.PI / 2 + this.#tilt;
    // One sum for all wedges: phi may vanish on some of them, and a relative tolerance of nothing is never met.
    let peak = 0;
    const wedges = this.#logistic(rate, (near, left) => {
      const same = arc(narrow, near, left);
      const mixed = arc(wide, near, left);
      const positive = narrow * f(same.s1, same.s2);
      const negative = narrow * f(-same.s1, -same.s2);
      const opposite = 2 * wide * f(-mixed.s1, mixed.s2);
      const size = Math.abs(positive) + Math.abs(negative) + Math.abs(opposite);
      peak = Math.max(peak, near * (1 - near) * size);
      return positive + negative + opposite;
    });
    // Wedges may cancel each other (an odd phi at large n): each carries the rounding of its own size, over a width of a few.
    const cancelled = new Measured(wedges.value, wedges.error + 16 * UNIT_ROUNDOFF * peak);
    return cancelled.scaled(0.5 / Math.PI).times(this.#radialFactor(degree));
  }

  /** E |z1|^power, power > -1. */
  moment(power: number): Measured {
    return this.#angularMoment(power).times(this.#radialFactor(power));
  }

  /** The mean of |cos theta|^p; by parts, (p+2)/(p+1) times that of p+2, while the end of the wedge decays slowly. */
  #angularMoment(power: number): Measured {
    if (power < 1) return this.#angularMoment(power + 2).scaled((power + 2) / (power + 1));
    const quarter = Math.PI / 2;
    return this.#logistic(power + 1, (near, left) => arc(quarter, near, left).s1 ** power);
  }

  /** int_0^1 f(t) dt, f given the distance of t from its nearer end and whether that end is 0. */
  #logistic(rate: number, f: (near: number, left: boolean) => number): Measured {
    const integrand = (x: number) => {
      const near = 1 / (1 + Math.exp(Math.abs(x)));
      return near * (1 - near) * f(near, x < 0);
    };
    const { value, error, evals } = trapezoidLine(integrand, {
      step: 1,
      limit: LONGEST,
      relativeTolerance: this.#tolerance,
    });
    this.evals += 6 * evals;
    // Beyond LONGEST the integrand goes on as exp(-rate |x|); the nodes' sines carry a few roundings of their own.
    const beyond = 4 * Math.exp(-rate * LONGEST);
    return new Measured(value, error + (beyond + 8 * UNIT_ROUNDOFF) * Math.abs(value));
  }

  #radialFactor(degree: number): Measured {
    const known = this.#radial.get(degree);
    if (known !== undefined) return known;
    const n = this.#n;
    const half = degree / 2 + 1;
    const parts = degree < 0 ? 2 : 1;
    const power = half + parts - 1;
    const fall = (n + degree) / 2 + parts;
    const front = (1 + degree / n) * 2 ** (degree / 2) * (parts === 2 ? (1 + (degree + 2) / n) / half : 1);
    const centre = Math.log(power);
    // Scaled by its value near the peak, so that a high degree cannot overflow.
    const exponent = (r: number) => r * power - fall * Math.log1p((2 * Math.exp(r)) / n);
    const top = exponent(centre);
    const { value, error } = trapezoidLine((r) => Math.exp(exponent(r) - top), {
      centre,
      step: 0.5 / Math.sqrt(power),
      relativeTolerance: this.#tolerance,
    });
    const rounding = (8 + 4 * Math.abs(top) + 2 * Math.abs(degree)) * UNIT_ROUNDOFF;
    const factor = new Measured(value, error + rounding * value).scaled(front * Math.exp(top));
    this.#radial.set(degree, factor);
    return factor;
  }
}
