import { rational } from "../rational.js";
import { addValues, multiplyValues, subtractValues } from "./arithmetic.js";
import { add, type Ball, divide, exactBall, multiply, one, round, scale, subtract } from "./ball.js";
import { toNumber } from "./decimal.js";
import { pochhammer } from "./factorials.js";
import { gamma, reciprocalGamma } from "./gamma.js";
import { hypergeometric } from "./hypergeometric.js";
import { isExact, toBall, type Value, wholeOf } from "./value.js";

const highestDegree = 20_000n;

/**
 * C_k^lambda(x). Whole k >= 0, every x and lambda: n C_n = 2 (n+lambda-1) x C_(n-1) - (n+2 lambda-2) C_(n-2) (DLMF 18.9.1), with the
 * bits in advance by which its balls grow, |x| + sqrt(x^2+1) a step; other k, x > -1:
 * Gamma(k+2 lambda)/(Gamma(k+1) Gamma(2 lambda)) 2F1(-k, k+2 lambda; lambda+1/2; (1-x)/2) (DLMF 15.9.15).
 * C_k(1) = (2 lambda)_k/k!. Throws a RangeError for k above 20000.
 */
export function gegenbauer(k: Value, lambda: Value, x: Value, precision: number): Value {
  const degree = wholeOf(k);
  if (degree === undefined || degree < 0n) return ofAnyDegree(k, lambda, x, precision);
  if (degree > highestDegree) throw new RangeError("a degree above 20000");
  if (degree === 0n) return rational(1);
  if (isExact(x) && x.denominator === 1n && (x.numerator === 1n || x.numerator === -1n)) {
    const value = divideByFactorial(pochhammer(doubled(lambda), k, precision + 8), degree, precision);
    return x.numerator < 0n && degree % 2n === 1n ? multiplyValues(rational(-1), value, precision) : value;
  }
  return byRecurrence(Number(degree), lambda, x, precision);
}

const doubled = (lambda: Value) =>
  isExact(lambda) ? rational(2n * lambda.numerator, lambda.denominator) : scale(lambda, 1);

function divideByFactorial(value: Value, n: bigint, precision: number): Value {
  return isExact(value) && n < 60n
    ? multiplyValues(value, rational(1, factorialOf(n)), precision)
    : multiply(toBall(value, precision + 8), reciprocalGamma(rational(n + 1n), precision + 8), precision);
}

function factorialOf(n: bigint): bigint {
  return n < 2n ? 1n : n * factorialOf(n - 1n);
}

function byRecurrence(degree: number, lambda: Value, x: Value, precision: number): Ball {
  const size = Math.abs(toNumber(toBall(x, 64)));
  const working = precision + 16 + Math.ceil(degree * Math.log2(Math.min(size, 1) + Math.hypot(Math.min(size, 1), 1)));
  const [at, weight] = [toBall(x, working), toBall(lambda, working)];
  let before = one;
  let value = scale(multiply(weight, at, working), 1);
  for (let n = 2; n <= degree; n += 1) {
    const first = multiply(scale(add(weight, exactBall(n - 1), working), 1), multiply(at, value, working), working);
    const second = multiply(add(scale(weight, 1), exactBall(n - 2), working), before, working);
    before = value;
    value = divide(subtract(first, second, working), exactBall(n), working);
  }
  return round(value, precision);
}

function ofAnyDegree(k: Value, lambda: Value, x: Value, precision: number): Ball {
  const working = precision + 12;
  const sum = addValues(k, doubled(lambda), 2 * working);
  const below = multiply(
    reciprocalGamma(addValues(k, rational(1), 2 * working), working),
    reciprocalGamma(doubled(lambda), working),
    working,
  );
  const front = multiply(gamma(sum, working), below, working);
  const minusK = subtractValues(rational(0), k, working);
  const middle = addValues(lambda, rational(1, 2), 2 * working);
  const place = multiplyValues(subtractValues(rational(1), x, 2 * working), rational(1, 2), 2 * working);
  return multiply(front, hypergeometric(minusK, sum, middle, place, working), precision);
}
