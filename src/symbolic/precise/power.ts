import { multiplyRational, type Rational, rational } from "../rational.js";
import { type Ball, divide, multiply, negate, one, round, signOf, upperOf } from "./ball.js";
import { bitLength, integerSquareRoot } from "./bits.js";
import { PrecisionError } from "./errors.js";
import { exp } from "./exponential.js";
import { log } from "./logarithm.js";
import { log2Magnitude } from "./magnitude.js";
import { sqrt } from "./roots.js";
import { isExact, isZero, toBall, type Value, wholeOf } from "./value.js";

/** Up to this exponent by repeated squaring, beyond by the logarithm. */
const mostSquarings = 1n << 16n;

/** Powers of fractions with at most so many bits are exact. */
const longestExact = 512;

/** base^n for a whole n by repeated squaring; the guard bits cover the n roundings. */
export function powerInteger(base: Ball, n: bigint, precision: number): Ball {
  const size = n < 0n ? -n : n;
  const working = precision + bitLength(size) + 4;
  let result = one;
  let square = base;
  for (let rest = size; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = multiply(result, square, working);
    if (rest > 1n) square = multiply(square, square, working);
  }
  return n < 0n ? divide(one, result, precision) : round(result, precision);
}

/** base^exponent = exp(exponent log base) for base > 0. `exponentAt` gives the exponent to any number of bits. */
export function powerReal(base: Ball, exponentAt: (precision: number) => Ball, precision: number): Ball {
  const rough = upperOf(multiply(exponentAt(32), log(base, 32), 32));
  const working = precision + Math.max(0, Math.ceil(log2Magnitude(rough))) + 6;
  return exp(multiply(exponentAt(working), log(base, working), working), precision);
}

/** The fraction whose square is a, if there is one. */
function exactSquareRoot(a: Rational): Rational | undefined {
  if (a.numerator < 0n) return undefined;
  const [top, bottom] = [integerSquareRoot(a.numerator), integerSquareRoot(a.denominator)];
  return top * top === a.numerator && bottom * bottom === a.denominator ? rational(top, bottom) : undefined;
}

/** sqrt a, exact for the square of a fraction. Throws a RangeError for a < 0. */
export function sqrtValue(a: Value, precision: number): Value {
  const root = isExact(a) ? exactSquareRoot(a) : undefined;
  return root ?? sqrt(toBall(a, precision + 4), precision);
}

/** The real cube root of any sign. */
export function cubeRoot(a: Value, precision: number): Value {
  if (isZero(a)) return a;
  const value = toBall(a, precision + 4);
  if (isExact(a)) {
    const root = rational(nearestCubeRoot(a.numerator), nearestCubeRoot(a.denominator));
    const cube = multiplyRational(root, multiplyRational(root, root));
    if (cube.numerator === a.numerator && cube.denominator === a.denominator) return root;
  }
  const sign = signOf(value);
  if (sign === undefined) throw new PrecisionError("a cube root whose sign is not decided");
  const third = (bits: number) => toBall(rational(1, 3), bits);
  return sign < 0 ? negate(powerReal(negate(value), third, precision)) : powerReal(value, third, precision);
}

/** A whole number near the cube root, exact for cubes below 2^150. */
const nearestCubeRoot = (a: bigint) =>
  BigInt(Math.round(Math.cbrt(Math.min(Math.max(Number(a), -(2 ** 150)), 2 ** 150))));

/**
 * base^exponent: any base for a whole exponent, a base >= 0 otherwise; x^0 = 1. Exact for short fractions.
 * Throws a RangeError for 0 to a negative power and for a negative base with an exponent that is not whole.
 */
export function powerValue(base: Value, exponent: Value, precision: number): Value {
  const n = wholeOf(exponent);
  if (n !== undefined) return wholePower(base, n, precision);
  if (isZero(base)) return powerOfZero(base, exponent);
  const sign = signOf(toBall(base, precision));
  if (sign === undefined) throw new PrecisionError("a power whose base may be negative");
  if (sign < 0) throw new RangeError("a negative base with an exponent that is not whole");
  if (isExact(exponent) && exponent.denominator === 2n) {
    return wholePower(sqrtValue(base, precision + bitLength(exponent.numerator) + 4), exponent.numerator, precision);
  }
  // a fraction is rounded with so many bits more that the exponent's size does no harm
  const value = toBall(base, precision + 64);
  return powerReal(value, (bits) => toBall(exponent, bits), precision);
}

function powerOfZero(base: Value, exponent: Value): Value {
  const sign = isExact(exponent) ? (exponent.numerator > 0n ? 1 : -1) : signOf(exponent);
  if (sign === undefined) throw new PrecisionError("0 to a power whose sign is not decided");
  if (sign === 1) return base;
  if (sign === 0) return rational(1);
  throw new RangeError("0 to a negative power");
}

function wholePower(base: Value, n: bigint, precision: number): Value {
  if (n === 0n) return rational(1);
  if (isZero(base)) return powerOfZero(base, rational(n));
  if (n === 1n) return base;
  const size = n < 0n ? -n : n;
  if (isExact(base)) {
    const bits = (bitLength(base.numerator) + bitLength(base.denominator)) * Number(size);
    if (bits <= longestExact) {
      const [p, q] = [base.numerator ** size, base.denominator ** size];
      return n < 0n ? rational(q, p) : rational(p, q);
    }
  }
  const value = toBall(base, precision + bitLength(size) + 4);
  if (size <= mostSquarings) return powerInteger(value, n, precision);
  const sign = signOf(value);
  if (sign === undefined) throw new PrecisionError("a high power of a number that may be 0");
  const power = powerReal(
    sign < 0 ? negate(value) : value,
    () => toBall(rational(n), Number.POSITIVE_INFINITY),
    precision,
  );
  return sign < 0 && n % 2n !== 0n ? negate(power) : power;
}
