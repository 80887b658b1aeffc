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
  scale,
  signOf,
  subtract,
  upperOf,
  widen,
  zero,
} from "./ball.js";
import { bernoulli } from "./bernoulli.js";
import { pi } from "./constants.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { nearestWhole } from "./gamma.js";
import { log } from "./logarithm.js";
import { below, powerOfTwo } from "./magnitude.js";
import { powerInteger } from "./power.js";
import { sinCos } from "./trigonometric.js";
import { isExact, toBall, type Value, wholeOf } from "./value.js";

const largestOrder = 500n;

/**
 * psi^(m)(x) for a whole m >= 0 and real x, no pole: the asymptotic series at x + n with its remainder bound (below the first term
 * left out for x > 0, DLMF 5.11.2, 5.15.8), the recurrence down to x, and for x < 0 the reflection
 * psi^(m)(1-x) + (-1)^(m+1) psi^(m)(x) = (-1)^m pi d^m/dx^m cot(pi x) (DLMF 5.15.6).
 * Throws a RangeError at 0, -1, ... and for an order that is not a whole number of 0 .. 500.
 */
export function polygamma(order: Value, x: Value, precision: number): Ball {
  const m = wholeOf(order);
  if (m === undefined || m < 0n || m > largestOrder)
    throw new RangeError("the order must be a whole number of 0 .. 500");
  const whole = wholeOf(x);
  if (whole !== undefined && whole <= 0n) throw new RangeError("a pole of Polygamma");
  const working = precision + 16 + 2 * Number(m);
  const value = toBall(x, working);
  const sign = signOf(value);
  if (sign === undefined) throw new PrecisionError("Polygamma near a pole");
  if (sign > 0) return polygammaPositive(Number(m), value, working, precision);
  const mirrored = isExact(x)
    ? fromRational(rational(x.denominator - x.numerator, x.denominator), working)
    : subtract(one, value, working);
  const other = polygammaPositive(Number(m), mirrored, working, working);
  const cotangent = cotangentDerivative(Number(m), x, working);
  // psi^(m)(x) = (-1)^m psi^(m)(1-x) - pi d^m cot
  return subtract(m % 2n === 0n ? other : negate(other), cotangent, precision);
}

/** d^m/dx^m of pi cot(pi x): a polynomial in c = cot(pi x), P' = -pi (1 + c^2) dP/dc. */
function cotangentDerivative(m: number, x: Value, precision: number): Ball {
  const nearest = isExact(x) ? nearestWhole(toBall(x, 64 + precision)) : nearestWhole(x);
  const rest = isExact(x)
    ? fromRational(rational(x.numerator - nearest * x.denominator, x.denominator), precision)
    : subtract(x, exactBall(nearest), precision);
  const circle = pi(precision);
  const both = sinCos(multiply(rest, circle, precision), precision);
  const c = divide(both.cos, both.sin, precision);
  let coefficients: readonly bigint[] = [0n, 1n];
  for (let i = 0; i < m; i += 1) coefficients = differentiated(coefficients);
  let sum = zero;
  for (const coefficient of [...coefficients].reverse()) {
    sum = add(multiply(sum, c, precision), exactBall(coefficient), precision);
  }
  return multiply(sum, powerInteger(circle, BigInt(m + 1), precision), precision);
}

function differentiated(polynomial: readonly bigint[]): readonly bigint[] {
  const result: bigint[] = new Array(polynomial.length + 1).fill(0n);
  polynomial.forEach((a, k) => {
    if (k === 0) return;
    result[k - 1] = result[k - 1]! - BigInt(k) * a;
    result[k + 1] = result[k + 1]! - BigInt(k) * a;
  });
  return result;
}

function polygammaPositive(m: number, x: Ball, working: number, precision: number): Ball {
  const smallest = 0.19 * working + 3 + m;
  const start = toNumber(x);
  const steps = start < smallest ? Math.ceil(smallest - start) : 0;
  let z = x;
  let sum = zero;
  for (let i = 0; i < steps; i += 1) {
    sum = add(sum, divide(one, powerInteger(z, BigInt(m + 1), working), working), working);
    z = add(z, one, working);
  }
  const factorial = factorialOf(m);
  const shifted = multiply(sum, exactBall(m % 2 === 0 ? -factorial : factorial), working);
  return add(m === 0 ? digammaSeries(z, working) : polygammaSeries(m, z, working), shifted, precision);
}

function factorialOf(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= BigInt(n); k += 1n) product *= k;
  return product;
}

/** log z - 1/(2z) - sum B_2k / (2k z^2k). */
function digammaSeries(z: Ball, precision: number): Ball {
  const inverse = divide(one, z, precision);
  const tail = alternatingSum(multiply(inverse, inverse, precision), (k) => 2n * BigInt(k), precision);
  return subtract(subtract(log(z, precision), scale(inverse, -1), precision), tail, precision);
}

/** (-1)^(m+1) ((m-1)!/z^m + m!/(2 z^(m+1)) + sum B_2k (2k+m-1)!/((2k)! z^(2k+m))). */
function polygammaSeries(m: number, z: Ball, precision: number): Ball {
  const inverse = divide(one, z, precision);
  const power = powerInteger(inverse, BigInt(m), precision);
  let rising = factorialOf(m - 1);
  let falling = 1n;
  const tail = alternatingSum(
    multiply(inverse, inverse, precision),
    (k) => {
      // (2k+m-1)!/(2k)!, kept as a quotient
      const n = BigInt(2 * k);
      rising *= (n + BigInt(m) - 1n) * (n + BigInt(m) - 2n);
      falling *= n * (n - 1n);
      return { rising, falling };
    },
    precision,
  );
  const head = add(
    exactBall(factorialOf(m - 1)),
    scale(multiply(inverse, exactBall(factorialOf(m)), precision), -1),
    precision,
  );
  const value = multiply(power, add(head, tail, precision), precision);
  return m % 2 === 1 ? value : negate(value);
}

type Weight = bigint | { readonly rising: bigint; readonly falling: bigint };

/** sum B_2k square^k (rising/falling or 1/weight), until the terms are below 2^-precision or grow. */
function alternatingSum(square: Ball, weight: (k: number) => Weight, precision: number): Ball {
  let power = square;
  let sum = zero;
  let last = powerOfTwo(1 << 20);
  for (let k = 1; ; k += 1) {
    const { numerator, denominator } = bernoulli(k);
    const w = weight(k);
    const [top, bottom] = typeof w === "bigint" ? [1n, w] : [w.rising, w.falling];
    const factor = fromRational({ numerator: numerator * top, denominator: denominator * bottom }, precision);
    const term = multiply(power, factor, precision);
    const size = upperOf(term);
    if (size.exponent < -precision || !below(size, last)) return widen(sum, below(size, last) ? size : last, precision);
    sum = add(sum, term, precision);
    last = size;
    power = multiply(power, square, precision);
  }
}
