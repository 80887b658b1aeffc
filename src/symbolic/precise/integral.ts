import { add, type Ball, middleOf, multiply, radiusOf, scale, subtract, upperOf, widen, zero } from "./ball.js";
import { type Bound, furthest, type Rule, ruleFor } from "./doubleExponential.js";
import { PrecisionError } from "./errors.js";
import { addMagnitudes, log2Magnitude, type Magnitude, multiplyMagnitudes, nothing, powerOfTwo } from "./magnitude.js";

/** f at an exact point, to so many bits. */
type Integrand = (x: Ball, precision: number) => Ball;

const [coarsestLevel, finestLevel] = [2, 9];
/** Bits that two last sums must share for their mean to be called a value at all. */
const leastAgreement = 10;
/** How many times the bits of the level before two sums must share for that to count as doubling. */
const steady = 1.75;

/**
 * The integral of f from a to b by the double exponential rule (H. Takahasi and M. Mori, Publ. RIMS 9, 1974). The step is halved
 * until two sums agree to the precision, or to two thirds of it while their common bits double: for an integrand that is analytic
 * inside the range the last sum then has twice as many. The radius is the difference, cut to its power 3/2 in the second case: far
 * above the error, but no proof.
 * Throws a RangeError where the integrand does not fall off towards an end, or where the finest step gives no three digits.
 */
export function integrate(f: Integrand, a: Bound, b: Bound, precision: number): Ball {
  const working = precision + 24;
  const rule = ruleFor(a, b, working);
  if (rule === undefined) return zero;
  const total = new Total(f, rule, working);
  let previous = total.refine(coarsestLevel);
  let before = 0;
  for (let level = coarsestLevel + 1; ; level += 1) {
    const value = total.refine(level);
    const difference = upperOf(subtract(value, previous, working));
    const agreement = log2Magnitude(total.size) - level - log2Magnitude(difference);
    if (agreement > precision || level === finestLevel) {
      if (agreement < leastAgreement) throw new RangeError("Integral: the finest step does not give three digits");
      return widen(value, difference, working);
    }
    // bits double with every level: where they have done so, this sum is good to well over half as many again as it shares
    const expected = 1.5 * agreement;
    if (before > leastAgreement && agreement > steady * before && expected > precision) {
      return widen(value, multiplyMagnitudes(difference, powerOfTwo(Math.ceil(agreement - expected))), working);
    }
    [previous, before] = [value, agreement];
  }
}

/** The sum of weight times integrand over the nodes asked so far. */
class Total {
  /** A bound of the sum of the sizes of the terms. */
  size: Magnitude = nothing;
  private sum: Ball = zero;
  private readonly last: number;

  constructor(
    private readonly f: Integrand,
    private readonly rule: Rule,
    private readonly precision: number,
  ) {
    this.last = furthest(precision);
  }

  /** Adds the nodes that this level has beyond the coarser ones; the sum times the step. */
  refine(level: number): Ball {
    const first = level === coarsestLevel;
    if (first) this.add(level, 0, 1);
    for (const direction of [1, -1] as const) this.walk(level, direction, first ? 1 : 2);
    return scale(this.sum, -level);
  }

  /** Outwards until three terms in a row are nothing beside the sum of all. */
  private walk(level: number, direction: 1 | -1, step: number): void {
    let quiet = 0;
    for (let index = 1; quiet < 3; index += step) {
      const t = index / 2 ** level;
      if (t > this.last) throw new RangeError("Integral: the integrand does not fall off towards an end of the range");
      const size = this.add(level, index, direction);
      const negligible = log2Magnitude(size) < log2Magnitude(this.size) - this.precision;
      quiet = t > 1.5 && (negligible || size.value === 0) ? quiet + 1 : 0;
    }
  }

  private add(level: number, index: number, direction: 1 | -1): Magnitude {
    const { place, weight } = this.rule(level, index, direction);
    const term = this.term(middleOf(place), weight);
    this.sum = add(this.sum, term, this.precision);
    const size = upperOf(term);
    this.size = addMagnitudes(this.size, size);
    return size;
  }

  /** Near an end the integrand may cancel: more bits until the term is known as well as the sum must be. */
  private term(place: Ball, weight: Ball): Ball {
    for (let bits = this.precision; ; bits *= 2) {
      const final = bits >= 8 * this.precision;
      try {
        const term = multiply(this.f(place, bits), weight, this.precision);
        const known = log2Magnitude(radiusOf(term));
        const wanted = Math.max(log2Magnitude(this.size), log2Magnitude(upperOf(term))) - this.precision + 12;
        if (final || known < wanted) return term;
      } catch (error) {
        if (final || !(error instanceof PrecisionError)) throw error;
      }
    }
  }
}
