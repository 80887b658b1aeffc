import { domainError } from "../domain.js";
import { CompensatedSum } from "../sum.js";
import { integrandError, type QuadratureResult, type Tolerances } from "./result.js";

export interface TrapezoidLineOptions extends Tolerances {
  /** Where the outward search starts: near the bulk of the integrand. Default 0. */
  readonly centre?: number;
  /** First step; halved until converged. Default 1/2. */
  readonly step?: number;
  /** The search goes at least this far on each side before it may stop. Default 4 steps. */
  readonly reach?: number;
  /** The search never goes farther than this on either side. Default 750, where e^r leaves the doubles. */
  readonly limit?: number;
  /** Halvings at most. Default 9. */
  readonly maxHalvings?: number;
}

/** A term this small against the largest is outside the range. */
const NEGLIGIBLE = 2 ** -63;
/** Rounding of one term: the integrand's own few units, and the sum's. */
const FLOOR = 4 * 2 ** -53;

/**
 * The integral over the real line of a function that is analytic in a strip and decays at both ends, by the trapezoid rule:
 * h sum g(centre + k h), whose error falls as exp(-2 pi d / h) for a strip of half-width d.
 *
 * Source: L. N. Trefethen and J. A. C. Weideman, SIAM Review 56 (2014) 385-458, theorem 5.1. Used for Laplace integrals by
 * s = e^r and, with other substitutions, for the double-exponential rules.
 *
 * The range grows outward from `centre` until two terms in a row are below 2^-63 of the largest; the step is halved, old points
 * reused. Ours, the error: with d_j the last differences between levels (d_1 the latest), D = max(d_1, d_2 min(1, d_2/d_3)) and
 * error = 10 D^2 / d_2, or max(d_1, d_2) where the differences do not yet fall tenfold (a kink, an unresolved peak),
 * + the end terms + 4 units of roundoff of the integral of |g|.
 *
 * Not seen: a peak narrower than the last step, which between two levels looks like a constant missing; the result is then not
 * converged, but its error can be 25 times short (a peak of width 1e-5 under tanh-sinh).
 *
 * @throws TheoryError "undefined-value" where g is NaN or infinite; "domain" for bad options.
 */
export function trapezoidLine(g: (r: number) => number, options: TrapezoidLineOptions = {}): QuadratureResult {
  const { absoluteTolerance = 0, relativeTolerance = 1e-12, centre = 0, step = 0.5, maxHalvings = 9 } = options;
  const { reach = 4 * step, limit = 750 } = options;
  if (!(step > 0 && Number.isFinite(step) && limit >= step && Number.isFinite(centre))) {
    throw domainError("step", step, "0 < step <= limit, centre finite", "Leave the defaults.");
  }
  const state = new Line(g, centre);
  const { low, high, ends } = state.grow(step, reach, limit);
  let h = step;
  let value = h * state.sum.value;
  let [d2, d3] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let error = Math.abs(value);
  for (let halving = 1; halving <= maxHalvings; halving++) {
    state.addMidpoints(low * 2 ** (halving - 1), high * 2 ** (halving - 1), h);
    h /= 2;
    const refined = h * state.sum.value;
    const floor = FLOOR * h * state.size.value;
    const d1 = Math.abs(refined - value);
    value = refined;
    error = levelError(d1, d2, d3) + step * ends + floor;
    if (halving >= 3 && error <= Math.max(absoluteTolerance, relativeTolerance * Math.abs(value))) break;
    if (halving >= 3 && Math.max(d1, d2) <= floor) break;
    d3 = d2;
    d2 = Math.max(d1, floor / 8);
  }
  const converged = error <= Math.max(absoluteTolerance, relativeTolerance * Math.abs(value));
  return { value, error, evals: state.evals, converged };
}

function levelError(d1: number, d2: number, d3: number): number {
  if (d2 === Number.POSITIVE_INFINITY || d2 === 0 || d3 === 0) return d1;
  const latest = Math.max(d1, d2 * Math.min(1, d2 / d3));
  return 10 * latest >= d2 ? Math.max(d1, d2) : (10 * latest * latest) / d2;
}

/** The running sums of g over a grid about `centre`. */
class Line {
  readonly sum = new CompensatedSum();
  readonly size = new CompensatedSum();
  evals = 0;
  readonly #g: (r: number) => number;
  readonly #centre: number;

  constructor(g: (r: number) => number, centre: number) {
    this.#g = g;
    this.#centre = centre;
  }

  #take(offset: number): number {
    const r = this.#centre + offset;
    const term = this.#g(r);
    this.evals++;
    if (!Number.isFinite(term))
      throw integrandError(r, term, "Reduce `limit`, or write the integrand without overflow.");
    this.sum.add(term);
    this.size.add(Math.abs(term));
    return Math.abs(term);
  }

  /** The index range of the first level, and the size of the terms at its two ends. */
  grow(h: number, reach: number, limit: number): { low: number; high: number; ends: number } {
    let largest = this.#take(0);
    let ends = 0;
    const side = (sign: 1 | -1): number => {
      let small = 0;
      let term = largest;
      let k = 0;
      while ((k + 1) * h <= limit && (small < 2 || k * h < reach || largest === 0)) {
        k++;
        term = this.#take(sign * k * h);
        largest = Math.max(largest, term);
        small = term <= NEGLIGIBLE * largest ? small + 1 : 0;
      }
      ends += term;
      return k;
    };
    const high = side(1);
    const low = -side(-1);
    return { low, high, ends };
  }

  /** Adds g at the midpoints of the cells low .. high of a grid with step h. */
  addMidpoints(low: number, high: number, h: number): void {
    for (let k = low; k < high; k++) this.#take((k + 0.5) * h);
  }
}
