import { call, type Expression, type HeadName, integer, symbol } from "../../../src/symbolic/expression.js";
import { type Ball, contains, exactBall, radiusOf, upperOf, widen } from "../../../src/symbolic/precise/ball.js";
import { rationalFromDecimal } from "../../../src/symbolic/precise/decimal.js";
import { log2Magnitude, multiplyMagnitudes, powerOfTwo } from "../../../src/symbolic/precise/magnitude.js";
import { type Rational, rational } from "../../../src/symbolic/rational.js";

export type Nested = string | readonly [string, ...Nested[]];

/** An expression from nested lists: "7/3" is a quotient of integers, "k" a symbol. */
export function read(nested: Nested): Expression {
  if (typeof nested !== "string") return call(nested[0] as HeadName, ...nested.slice(1).map((part) => read(part)));
  if (/^[a-z]+$/i.test(nested)) return symbol(nested);
  const [p, q] = nested.split("/");
  return q === undefined ? integer(BigInt(p!)) : call("Divide", integer(BigInt(p!)), integer(BigInt(q)));
}

export const fraction = (text: string): Rational => {
  const [p, q] = text.split("/");
  return rational(BigInt(p!), BigInt(q ?? "1"));
};

/** True when the ball holds a number given to 80 digits: the text itself is off by up to 10^-79 of it. */
export function holds(a: Ball, text: string): boolean {
  const value = rationalFromDecimal(text);
  const size = multiplyMagnitudes(upperOf(a), powerOfTwo(-262));
  return contains(widen(a, size, 4000), value);
}

/** The leading decimal digits that the radius leaves. */
export const digitsOf = (a: Ball): number =>
  a.radius === 0 ? Number.POSITIVE_INFINITY : (log2Magnitude(upperOf(a)) - log2Magnitude(radiusOf(a))) / Math.log2(10);

/** All numbers within radius 2^exponent of the fraction's ball. */
export const around = (middle: Ball, exponent: number): Ball => widen(middle, powerOfTwo(exponent), 400);

export const whole = (n: number | bigint): Ball => exactBall(n);
