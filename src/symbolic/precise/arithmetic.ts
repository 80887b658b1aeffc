import {
  addRational,
  divideRational,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
  subtractRational,
} from "../rational.js";
import { abs, add, type Ball, divide, multiply, negate, signOf, subtract } from "./ball.js";
import { PrecisionError } from "./errors.js";
import { isExact, isZero, settle, toBall, type Value } from "./value.js";

type Exact = (a: Rational, b: Rational) => Rational;
type Enclosed = (a: Ball, b: Ball, precision: number) => Ball;

/** The exact operation between fractions, the enclosing one as soon as one side is a ball. */
const lift =
  (exact: Exact, enclosed: Enclosed) =>
  (a: Value, b: Value, precision: number): Value =>
    isExact(a) && isExact(b)
      ? settle(exact(a, b), precision)
      : enclosed(toBall(a, precision), toBall(b, precision), precision);

export const addValues = lift(addRational, add);
export const subtractValues = lift(subtractRational, subtract);
const product = lift(multiplyRational, multiply);
const quotient = lift(divideRational, divide);

const nought = rational(0);

/** An exact 0 stays one, whatever the other factor. */
export const multiplyValues = (a: Value, b: Value, precision: number): Value =>
  isZero(a) || isZero(b) ? nought : product(a, b, precision);

/** Throws a RangeError for the divisor 0. */
export function divideValues(a: Value, b: Value, precision: number): Value {
  if (isZero(b)) throw new RangeError("a division by 0");
  return quotient(a, b, precision);
}

export const negateValue = (a: Value): Value => (isExact(a) ? negateRational(a) : negate(a));

/** Throws a PrecisionError where the ball does not decide. */
export function signOfValue(a: Value): -1 | 0 | 1 {
  if (isExact(a)) return a.numerator > 0n ? 1 : a.numerator < 0n ? -1 : 0;
  const sign = signOf(a);
  if (sign === undefined) throw new PrecisionError("a sign that is not decided");
  return sign;
}

export const absValue = (a: Value): Value => (isExact(a) ? (a.numerator < 0n ? negateRational(a) : a) : abs(a));

/** -1, 0 or 1 as a is below, equal to or above b. Throws a PrecisionError where balls do not decide. */
export const compareValues = (a: Value, b: Value, precision: number): -1 | 0 | 1 =>
  a === b && isExact(a) ? 0 : signOfValue(subtractValues(a, b, precision));
