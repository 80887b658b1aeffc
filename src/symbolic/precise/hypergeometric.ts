import { rational } from "../rational.js";
import { compareValues, divideValues, negateValue, subtractValues } from "./arithmetic.js";
import { add, type Ball, multiply, one, signOf } from "./ball.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { gamma, reciprocalGamma } from "./gamma.js";
import { logarithmicNearOne } from "./hypergeometricLogarithmic.js";
import { hypergeometricSeries } from "./hypergeometricSeries.js";
import { powerValue } from "./power.js";
import { isZero, toBall, type Value, wholeOf } from "./value.js";

const oneExact = rational(1);

/** Where the series in z gives way to the one in z/(z-1), and to those in 1-z. */
const [left, right] = [-0.25, 0.85];

/**
 * 2F1(a, b; c; z), real. Ending series everywhere; otherwise z < 1, or z = 1 with c > a + b (Gauss, DLMF 15.4.20):
 * the series for -1/4 <= z <= 0.85, Pfaff's z/(z-1) below (DLMF 15.8.1), 1-z above (DLMF 15.8.4; 15.8.10 for whole c-a-b).
 * Throws a RangeError for z > 1, at z = 1 for c <= a + b, and for c = 0, -1, ... where the series does not end before.
 */
export function hypergeometric(a: Value, b: Value, c: Value, z: Value, precision: number): Ball {
  const last = lastTerm(a, b);
  const pole = wholeOf(c);
  if (pole !== undefined && pole <= 0n && !(last <= -Number(pole)))
    throw new RangeError("c is a pole of Hypergeometric");
  if (isZero(z)) return one;
  if (last < Number.POSITIVE_INFINITY) return hypergeometricSeries({ a, b, c, z, last }, precision);
  const distance = subtractValues(oneExact, z, 4 * precision);
  const side = signOf(toBall(distance, precision));
  if (side === -1) throw new RangeError("z must be at most 1");
  const excess = subtractValues(subtractValues(c, a, 2 * precision), b, 2 * precision);
  if (side === 0) return atOne(a, b, c, excess, precision);
  if (side === undefined) throw new PrecisionError("Hypergeometric at an argument that may be beyond 1");
  return inside(a, b, c, z, distance, excess, precision);
}

function inside(a: Value, b: Value, c: Value, z: Value, distance: Value, excess: Value, precision: number): Ball {
  const place = toNumber(toBall(z, 64));
  const endless = Number.POSITIVE_INFINITY;
  if (place >= left && place <= right) return hypergeometricSeries({ a, b, c, z, last: endless }, precision);
  const working = precision + 8;
  if (place < left) {
    // (1-z)^(-a) 2F1(a, c-b; c; z/(z-1)); a whole exponent is the cheaper one
    const [first, second] = wholeOf(b) === undefined ? [a, b] : [b, a];
    const moved = divideValues(z, negateValue(distance), working);
    const factor = toBall(powerValue(distance, negateValue(first), working), working);
    return multiply(
      factor,
      hypergeometric(first, subtractValues(c, second, 2 * working), c, moved, working),
      precision,
    );
  }
  const [ca, cb] = [subtractValues(c, a, 2 * working), subtractValues(c, b, 2 * working)];
  const last = lastTerm(ca, cb);
  const whole = wholeOf(excess);
  if (last < endless || (whole !== undefined && whole < 0n)) {
    const factor = toBall(powerValue(distance, excess, working), working);
    return multiply(factor, hypergeometric(ca, cb, c, z, working), precision);
  }
  return whole === undefined
    ? nearOne(a, b, c, distance, excess, precision)
    : logarithmicNearOne(a, b, Number(whole), distance, precision);
}

/** The last n with a term: -a or -b, the smaller one, for whole a, b <= 0. */
function lastTerm(...upper: readonly Value[]): number {
  const ends = upper.map(wholeOf).filter((n) => n !== undefined && n <= 0n);
  return Math.min(...ends.map((n) => -Number(n)), Number.POSITIVE_INFINITY);
}

/** Gamma(c) Gamma(c-a-b) / (Gamma(c-a) Gamma(c-b)). */
function gaussFactor(c: Value, excess: Value, p: Value, q: Value, precision: number): Ball {
  const working = precision + 8;
  const below = multiply(reciprocalGamma(p, working), reciprocalGamma(q, working), working);
  if (signOf(below) === 0) return below;
  return multiply(multiply(gamma(c, working), gamma(excess, working), working), below, precision);
}

function atOne(a: Value, b: Value, c: Value, excess: Value, precision: number): Ball {
  if (compareValues(excess, rational(0), precision) <= 0)
    throw new RangeError("infinite at z = 1: c must be above a + b");
  const [ca, cb] = [subtractValues(c, a, 2 * precision), subtractValues(c, b, 2 * precision)];
  return gaussFactor(c, excess, ca, cb, precision);
}

/**
 * With s = c-a-b: Gamma(c) Gamma(s)/(Gamma(c-a) Gamma(c-b)) 2F1(a, b; 1-s; 1-z)
 * + (1-z)^s Gamma(c) Gamma(-s)/(Gamma(a) Gamma(b)) 2F1(c-a, c-b; 1+s; 1-z).
 */
function nearOne(a: Value, b: Value, c: Value, distance: Value, excess: Value, precision: number): Ball {
  const working = precision + 12;
  const [ca, cb] = [subtractValues(c, a, 2 * working), subtractValues(c, b, 2 * working)];
  const part = (p: Value, q: Value, s: Value, front: Ball) =>
    signOf(front) === 0
      ? front
      : multiply(front, hypergeometric(p, q, subtractValues(oneExact, s, 2 * working), distance, working), working);
  const opposite = negateValue(excess);
  const regular = part(a, b, excess, gaussFactor(c, excess, ca, cb, working));
  const power = toBall(powerValue(distance, excess, working), working);
  const singular = part(ca, cb, opposite, gaussFactor(c, opposite, a, b, working));
  return add(regular, multiply(power, singular, working), precision);
}
