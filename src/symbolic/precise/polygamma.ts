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
  scale,
  signOf,
  subtract,
  zero,
} from "./ball.js";
import { bernoulliSum } from "./bernoulliSum.js";
import { pi } from "./constants.js";
import { toNumber } from "./decimal.js";
import { PrecisionError } from "./errors.js";
import { nearestWhole, reflected, stepsUp } from "./gamma.js";
import { log } from "./logarithm.js";
import { magnitude } from "./magnitude.js";
import { powerInteger } from "./power.js";
import { sinCos } from "./trigonometric.js";
import { isExact, isShort, toBall, type Value, wholeOf } from "./value.js";

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
  const sign = signOf(toBall(x, precision));
  if (sign === undefined) throw new PrecisionError("Polygamma near a pole");
  if (sign > 0) return polygammaPositive(Number(m), x, precision);
  const working = precision + 16 + 2 * Number(m);
  const other = polygammaPositive(Number(m), reflected(x, 2 * working), working);
  // psi^(m)(x) = (-1)^m psi^(m)(1-x) - pi d^m cot
  return subtract(m % 2n === 0n ? other : negate(other), cotangentDerivative(Number(m), x, working), precision);
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

function polygammaPositive(m: number, x: Value, precision: number): Ball {
  const working = precision + 16;
  const steps = stepsUp(toNumber(toBall(x, 64)), precision + 4 * m);
  const start = toBall(x, working + 64);
  const z = add(start, exactBall(steps), working + 64);
  const factorial = factorialOf(m);
  const below = multiply(
    exactBall(m % 2 === 0 ? -factorial : factorial),
    inversePowers(x, m + 1, steps, working),
    working,
  );
  return add(m === 0 ? digammaSeries(z, working) : polygammaSeries(m, z, working), below, precision);
}

/** The sum of (x + j)^(-power) over j < count. */
function inversePowers(x: Value, power: number, count: number, precision: number): Ball {
  let sum = zero;
  if (isExact(x) && isShort(x.numerator, x.denominator)) {
    const unit = (x.denominator ** BigInt(power)) << BigInt(precision);
    let [fixed, factor] = [0n, x.numerator];
    for (let j = 0; j < count; j += 1) {
      fixed += unit / factor ** BigInt(power);
      factor += x.denominator;
    }
    return ball(fixed, -precision, magnitude(count + 1, -precision), precision);
  }
  let z = toBall(x, precision);
  for (let j = 0; j < count; j += 1) {
    sum = add(sum, divide(one, powerInteger(z, BigInt(power), precision), precision), precision);
    z = add(z, one, precision);
  }
  return sum;
}

function factorialOf(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= BigInt(n); k += 1n) product *= k;
  return product;
}

/** log z - 1/(2z) - sum B_2k / (2k z^2k). */
function digammaSeries(z: Ball, precision: number): Ball {
  const tail = bernoulliSum(z, (k) => ({ top: 1n, bottom: 2n * BigInt(k) }), precision);
  const head = subtract(log(z, precision), scale(divide(one, z, precision), -1), precision);
  return subtract(head, tail, precision);
}

/** (-1)^(m+1) z^(-m) ((m-1)! + m!/(2z) + sum B_2k (2k+m-1)!/((2k)! z^2k)). */
function polygammaSeries(m: number, z: Ball, precision: number): Ball {
  const inverse = divide(one, z, precision);
  let [top, bottom] = [factorialOf(m - 1), 1n];
  const order = BigInt(m);
  const tail = bernoulliSum(
    z,
    (k) => {
      const n = BigInt(2 * k);
      top *= (n + order - 1n) * (n + order - 2n);
      bottom *= n * (n - 1n);
      return { top, bottom };
    },
    precision,
  );
  const second = scale(multiply(inverse, exactBall(factorialOf(m)), precision), -1);
  const head = add(exactBall(factorialOf(m - 1)), second, precision);
  const value = multiply(powerInteger(inverse, order, precision), add(head, tail, precision), precision);
  return m % 2 === 1 ? value : negate(value);
}
