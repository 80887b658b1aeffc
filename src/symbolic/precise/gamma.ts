import { rational } from "../rational.js";
import {
  add,
  type Ball,
  divide,
  exactBall,
  fromRational,
  multiply,
  negate,
  one,
  round,
  scale,
  signOf,
  subtract,
  zero,
} from "./ball.js";
import { bernoulliSum } from "./bernoulliSum.js";
import { bitLength, shift } from "./bits.js";
import { pi } from "./constants.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { exp } from "./exponential.js";
import { log } from "./logarithm.js";
import { sqrt } from "./roots.js";
import { sin } from "./trigonometric.js";
import { isExact, quotientOf, toBall, type Value, wholeOf } from "./value.js";

/** Integers and half-integers up to here by their products. */
const longestProduct = 256n;

/**
 * Gamma(x), x real and no pole. Whole and half-integer x: the product; otherwise for x > 0 Stirling's series for x + n with its
 * remainder bound (below the first term left out, DLMF 5.11.8 and 5.11(ii)) divided by x (x+1) ... (x+n-1); x < 0 by
 * pi / (sin(pi x) Gamma(1-x)). Throws a RangeError at 0, -1, -2, ...
 */
export function gamma(x: Value, precision: number): Ball {
  const whole = wholeOf(x);
  if (whole !== undefined && whole <= 0n) throw new RangeError("a pole of Gamma");
  const product = byProduct(x, precision);
  if (product !== undefined) return product;
  if (isPositive(x)) return gammaPositive(x, precision);
  const working = precision + 6;
  const sine = sinPi(x, working);
  return divide(pi(working), multiply(sine, gammaPositive(reflected(x, 2 * working), working), working), precision);
}

/** 1/Gamma(x), every real x; 0 at 0, -1, -2, ... */
export function reciprocalGamma(x: Value, precision: number): Ball {
  const whole = wholeOf(x);
  if (whole !== undefined && whole <= 0n) return zero;
  if (isExact(x) || isPositive(x)) return divide(one, gamma(x, precision + 4), precision);
  const working = precision + 6;
  const product = multiply(sinPi(x, working), gammaPositive(reflected(x, 2 * working), working), working);
  return divide(product, pi(working), precision);
}

const isPositive = (x: Value): boolean => {
  if (isExact(x)) return x.numerator > 0n;
  return x.mantissa > 0n && signOf(x) === 1;
};

/** 1 - x. */
export const reflected = (x: Value, precision: number): Value =>
  isExact(x) ? rational(x.denominator - x.numerator, x.denominator) : subtract(one, x, precision);

/** sin(pi x), relatively accurate near whole x: x is brought to [-1/2, 1/2] exactly. */
export function sinPi(x: Value, precision: number): Ball {
  const nearest = isExact(x) ? floorOf(2n * x.numerator + x.denominator, 2n * x.denominator) : nearestWhole(x);
  const rest = isExact(x)
    ? fromRational(rational(x.numerator - nearest * x.denominator, x.denominator), precision + 8)
    : subtract(x, exactBall(nearest), precision + 8);
  const value = sin(multiply(rest, pi(precision + 8), precision + 8), precision);
  return nearest % 2n === 0n ? value : negate(value);
}

function floorOf(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return quotient * denominator > numerator ? quotient - 1n : quotient;
}

/** The whole number nearest to the middle. */
export function nearestWhole({ mantissa, exponent }: Ball): bigint {
  if (exponent >= 0) return shift(mantissa, exponent);
  return bitLength(mantissa) + exponent < -1 ? 0n : shift(mantissa + shift(1n, -exponent - 1), exponent);
}

/** (n-1)! or Gamma(n + 1/2) = sqrt(pi) (1/2)(3/2)...(n - 1/2), any sign of n. */
function byProduct(x: Value, precision: number): Ball | undefined {
  if (!isExact(x) || x.denominator > 2n) return undefined;
  const size = x.numerator < 0n ? -x.numerator : x.numerator;
  if (size > longestProduct * x.denominator) return undefined;
  let product = 1n;
  if (x.denominator === 1n) {
    for (let k = 2n; k < x.numerator; k += 1n) product *= k;
    return round(exactBall(product), precision);
  }
  for (let odd = 3n; odd < size; odd += 2n) product *= odd;
  const working = precision + 6;
  const root = sqrt(pi(working), working);
  // the halves: (2n-1)!! / 2^n for x = n + 1/2, (-2)^n / (2n-1)!! for x = 1/2 - n
  if (x.numerator > 0n) return scale(multiply(root, exactBall(product), precision), -Number((x.numerator - 1n) / 2n));
  const n = Number((1n - x.numerator) / 2n);
  const value = scale(divide(root, exactBall(product * size), precision), n);
  return n % 2 === 0 ? value : negate(value);
}

/**
 * Stirling's series at z = x + n, then down by x (x+1) ... (z-1). More bits than asked for: the absolute error of z log z is the
 * relative one of Gamma.
 */
function gammaPositive(x: Value, precision: number): Ball {
  const rough = toBall(x, 64);
  if (signOf(rough) !== 1) throw new PrecisionError("Gamma near a pole");
  const steps = stepsUp(toNumber(rough), precision);
  const size = Math.max(bitLength(rough.mantissa) + rough.exponent, bitLength(BigInt(steps)), 1);
  const working = precision + size + bitLength(BigInt(size)) + 8;
  const start = toBall(x, working + 2 * size);
  const z = add(start, exactBall(steps), working + 2 * size);
  const main = subtract(multiply(subtract(z, half, working), log(z, working), working), z, working);
  const correction = multiply(bernoulliSum(z, stirlingWeight, working), z, working);
  const value = multiply(exp(add(main, correction, working), working), sqrt(scale(pi(working), 1), working), working);
  return steps === 0
    ? round(value, precision)
    : divide(value, toBall(risingProduct(x, steps, working), working), precision);
}

/** How far up the Bernoulli terms fall fast enough. */
export const stepsUp = (start: number, precision: number): number =>
  Math.max(0, Math.ceil(0.25 * precision + 3 - Math.max(0, start)));

const half = exactBall(1n, -1);
const stirlingWeight = (k: number) => ({ top: 1n, bottom: BigInt(2 * k * (2 * k - 1)) });

/** a (a+1) ... (a+count-1). */
export function risingProduct(a: Value, count: number, precision: number): Value {
  if (isExact(a)) {
    const { numerator, denominator } = a;
    let [product, factor] = [1n, numerator];
    for (let i = 0; i < count; i += 1) {
      product *= factor;
      factor += denominator;
    }
    return quotientOf(product, denominator ** BigInt(count), precision);
  }
  const working = precision + 16;
  let [product, factor] = [one, a];
  for (let i = 0; i < count; i += 1) {
    product = multiply(product, factor, working);
    factor = add(factor, one, working);
  }
  return round(product, precision);
}
