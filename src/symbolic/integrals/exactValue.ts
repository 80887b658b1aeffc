import type { Expression } from "../expression.js";
import type { Relation } from "../proposition.js";
import {
  addRational,
  compareRational,
  divideRational,
  multiplyRational,
  negateRational,
  type Rational,
  rational,
  simplestRational,
  subtractRational,
} from "../rational.js";

/** Whole exponents, factorials and Pochhammer symbols are multiplied out up to this. */
const LARGEST = 200n;

const one = rational(1);

function wholePower(base: Rational, exponent: bigint): Rational | null {
  if (exponent < 0n && base.numerator === 0n) return null;
  if (exponent > LARGEST || exponent < -LARGEST) return null;
  const size = exponent < 0n ? -exponent : exponent;
  const value = rational(base.numerator ** size, base.denominator ** size);
  return exponent < 0n ? divideRational(one, value) : value;
}

function rising(start: Rational, count: bigint): Rational | null {
  if (count < 0n || count > LARGEST) return null;
  let value = one;
  for (let k = 0n; k < count; k++) value = multiplyRational(value, addRational(start, rational(k)));
  return value;
}

const comparisons: Readonly<Record<Relation, (sign: number) => boolean>> = {
  Less: (sign) => sign < 0,
  LessEqual: (sign) => sign <= 0,
  Greater: (sign) => sign > 0,
  GreaterEqual: (sign) => sign >= 0,
  Equal: (sign) => sign === 0,
  NotEqual: (sign) => sign !== 0,
};

/** Whether two numbers whose difference has this sign are so related. */
export const related = (relation: Relation, sign: number): boolean => comparisons[relation](sign);

/**
 * The exact value of a node from those of its arguments, null where it is not rational or has no value. A double is the simplest
 * fraction that rounds to it.
 */
export function exactValue(node: Expression, args: readonly Rational[]): Rational | null {
  if (node.head === "Integer") return rational(node.value);
  if (node.head === "Number") return Number.isFinite(node.value) ? simplestRational(node.value) : null;
  const [a, b] = args as [Rational, Rational];
  switch (node.head) {
    case "Add":
      return addRational(a, b);
    case "Subtract":
      return subtractRational(a, b);
    case "Multiply":
      return multiplyRational(a, b);
    case "Divide":
      return b.numerator === 0n ? null : divideRational(a, b);
    case "Negate":
      return negateRational(a);
    case "Abs":
      return a.numerator < 0n ? negateRational(a) : a;
    case "Sign":
      return rational(a.numerator < 0n ? -1 : a.numerator === 0n ? 0 : 1);
    case "Step":
      return a.numerator === 0n ? rational(1, 2) : rational(a.numerator < 0n ? 0 : 1);
    case "Sqrt":
      return squareRoot(a);
    case "Less":
    case "LessEqual":
    case "Greater":
    case "GreaterEqual":
    case "Equal":
    case "NotEqual":
      return rational(related(node.head, compareRational(a, b)) ? 1 : 0);
    case "Min":
      return compareRational(a, b) < 0 ? a : b;
    case "Max":
      return compareRational(a, b) > 0 ? a : b;
    case "Power":
      return b.denominator === 1n ? wholePower(a, b.numerator) : powerOfOne(a);
    case "Factorial":
      return a.denominator === 1n ? rising(one, a.numerator) : null;
    case "Pochhammer":
      return b.denominator === 1n ? rising(a, b.numerator) : null;
    default:
      return null;
  }
}

const powerOfOne = (a: Rational) => (a.numerator === 1n && a.denominator === 1n ? one : null);

/** Of 0 and 1 only: other roots stay as they are written. */
const squareRoot = (a: Rational) => (a.numerator === 0n ? a : powerOfOne(a));
