import { rational } from "../rational.js";
import {
  add,
  type Ball,
  ball,
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
  upperOf,
  widen,
  zero,
} from "./ball.js";
import { bernoulli } from "./bernoulli.js";
import { bitLength, shift } from "./bits.js";
import { pi } from "./constants.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { exp } from "./exponential.js";
import { log } from "./logarithm.js";
import { below, powerOfTwo } from "./magnitude.js";
import { sqrt } from "./roots.js";
import { sin } from "./trigonometric.js";
import { isExact, toBall, type Value, wholeOf } from "./value.js";

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
  if (isPositive(x)) return gammaPositive(toBall(x, precision + 64), precision);
  const working = precision + 6;
  const sine = sinPi(x, working);
  return divide(pi(working), multiply(sine, gammaPositive(reflected(x, working), working), working), precision);
}

/** 1/Gamma(x), every real x; 0 at 0, -1, -2, ... */
export function reciprocalGamma(x: Value, precision: number): Ball {
  const whole = wholeOf(x);
  if (whole !== undefined && whole <= 0n) return zero;
  if (isExact(x) || isPositive(x)) return divide(one, gamma(x, precision + 4), precision);
  const working = precision + 6;
  const product = multiply(sinPi(x, working), gammaPositive(reflected(x, working), working), working);
  return divide(product, pi(working), precision);
}

const isPositive = (x: Value): boolean => {
  if (isExact(x)) return x.numerator > 0n;
  return x.mantissa > 0n && signOf(x) === 1;
};

const reflected = (x: Value, precision: number): Ball =>
  isExact(x)
    ? fromRational(rational(x.denominator - x.numerator, x.denominator), precision + 64)
    : subtract(one, x, precision + 64);

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

function gammaPositive(x: Ball, precision: number): Ball {
  if (signOf(x) !== 1) throw new PrecisionError("Gamma near a pole");
  const start = toNumber(x);
  const smallest = 0.19 * precision + 3;
  const steps = start < smallest ? Math.ceil(smallest - start) : 0;
  // z log z may be large: its absolute error is the relative one of Gamma
  const size = Math.max(bitLength(x.mantissa) + x.exponent, 8) + 6;
  const working = precision + size + Math.max(0, Math.ceil(Math.log2(size)));
  let product = one;
  let z = x;
  for (let i = 0; i < steps; i += 1) {
    product = i === 0 ? z : multiply(product, z, working);
    z = add(z, one, working);
  }
  const exponent = subtract(multiply(subtract(z, half, working), log(z, working), working), z, working);
  const sum = exp(add(exponent, stirlingSeries(z, working), working), precision + 8);
  const stirling = multiply(sum, sqrt(scale(pi(precision + 8), 1), precision + 8), precision + 8);
  return steps === 0 ? round(stirling, precision) : divide(stirling, product, precision);
}

const half = exactBall(1n, -1);

/** sum B_2k / (2k (2k-1) z^(2k-1)), to 2^-precision or as far as the terms fall. */
function stirlingSeries(z: Ball, precision: number): Ball {
  const inverse = divide(one, z, precision);
  const square = multiply(inverse, inverse, precision);
  let power = inverse;
  let sum = zero;
  let last = powerOfTwo(precision);
  for (let k = 1; ; k += 1) {
    const { numerator, denominator } = bernoulli(k);
    const term = multiply(power, quotient(numerator, denominator * BigInt(2 * k * (2 * k - 1)), precision), precision);
    const size = upperOf(term);
    if (size.exponent < -precision || !below(size, last)) return widen(sum, below(size, last) ? size : last, precision);
    sum = add(sum, term, precision);
    last = size;
    power = multiply(power, square, precision);
  }
}

function quotient(numerator: bigint, denominator: bigint, precision: number): Ball {
  const places = Math.max(0, precision + bitLength(denominator) - bitLength(numerator));
  return ball(shift(numerator, places) / denominator, -places, powerOfTwo(-places), precision);
}
