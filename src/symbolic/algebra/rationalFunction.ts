import { divideRational, type Rational } from "../rational.js";
import type { Field } from "./field.js";
import { gcdPolynomial } from "./gcd.js";
import {
  addPolynomial,
  coefficientsIn,
  constantPolynomial,
  derivativePolynomial,
  dividePolynomial,
  equalPolynomial,
  evaluatePolynomial,
  isConstantPolynomial,
  leadingCoefficient,
  multiplyPolynomial,
  negatePolynomial,
  type Polynomial,
  powerPolynomial,
  subtractPolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "./polynomial.js";
import { requirePower } from "./power.js";

/**
 * numerator / denominator without a common divisor (whole numbers included) and with a positive leading coefficient of the
 * denominator: equal functions are equal data.
 */
export interface RationalFunction {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
}

const onePolynomial = constantPolynomial(1n);
const zero: RationalFunction = { numerator: zeroPolynomial, denominator: onePolynomial };
const one: RationalFunction = { numerator: onePolynomial, denominator: onePolynomial };

const isOne = (p: Polynomial) => isConstantPolynomial(p) && leadingCoefficient(p) === 1n;

/** p and q without their greatest common divisor. */
function cancel(p: Polynomial, q: Polynomial): readonly [Polynomial, Polynomial] {
  if (isOne(p) || isOne(q)) return [p, q];
  const divisor = gcdPolynomial(p, q);
  return isOne(divisor) ? [p, q] : [dividePolynomial(p, divisor)!, dividePolynomial(q, divisor)!];
}

/** p / q for p and q without a common divisor. */
function coprime(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (numerator.terms.length === 0) return zero;
  return leadingCoefficient(denominator) < 0n
    ? { numerator: negatePolynomial(numerator), denominator: negatePolynomial(denominator) }
    : { numerator, denominator };
}

/** The function numerator / denominator. Throws a RangeError for the denominator 0. */
export function rationalFunction(numerator: Polynomial, denominator: Polynomial): RationalFunction {
  if (denominator.terms.length === 0) throw new RangeError("a rational function with denominator 0");
  return coprime(...cancel(numerator, denominator));
}

export const functionOfPolynomial = (p: Polynomial): RationalFunction => ({ numerator: p, denominator: onePolynomial });

export const symbolFunction = (name: string): RationalFunction => functionOfPolynomial(variablePolynomial(name));

const negate = ({ numerator, denominator }: RationalFunction): RationalFunction => ({
  numerator: negatePolynomial(numerator),
  denominator,
});

/** f + g or f - g after Henrici: only the common part of the denominators can cancel. */
function combine(f: RationalFunction, g: RationalFunction, sum: typeof addPolynomial): RationalFunction {
  if (equalPolynomial(f.denominator, g.denominator)) {
    return rationalFunction(sum(f.numerator, g.numerator), f.denominator);
  }
  const [left, right] = cancel(f.denominator, g.denominator);
  const numerator = sum(multiplyPolynomial(f.numerator, right), multiplyPolynomial(g.numerator, left));
  // The denominators are common left and common right.
  const common = left === f.denominator ? onePolynomial : dividePolynomial(f.denominator, left)!;
  const [top, bottom] = cancel(numerator, common);
  return coprime(top, multiplyPolynomial(bottom, multiplyPolynomial(left, right)));
}

function multiply(f: RationalFunction, g: RationalFunction): RationalFunction {
  const [a, d] = cancel(f.numerator, g.denominator);
  const [b, c] = cancel(g.numerator, f.denominator);
  return coprime(multiplyPolynomial(a, b), multiplyPolynomial(c, d));
}

function reciprocal({ numerator, denominator }: RationalFunction): RationalFunction {
  if (numerator.terms.length === 0) throw new RangeError("division by the zero function");
  return coprime(denominator, numerator);
}

/** Quotients of polynomials with rational coefficients in any variables, exact and canonical. */
export const rationalFunctions: Field<RationalFunction> = Object.freeze({
  zero,
  one,
  fromRational: ({ numerator, denominator }: Rational): RationalFunction => ({
    numerator: constantPolynomial(numerator),
    denominator: constantPolynomial(denominator),
  }),
  add: (f: RationalFunction, g: RationalFunction) => combine(f, g, addPolynomial),
  subtract: (f: RationalFunction, g: RationalFunction) => combine(f, g, subtractPolynomial),
  negate,
  multiply,
  divide: (f: RationalFunction, g: RationalFunction) => multiply(f, reciprocal(g)),
  isZero: ({ numerator }: RationalFunction) => numerator.terms.length === 0,
});

/** f^n for a whole n of either sign; f^0 = 1. Throws a RangeError for other n, and for n < 0 at f = 0. */
export function powerFunction(f: RationalFunction, n: number): RationalFunction {
  if (n < 0) return powerFunction(reciprocal(f), -n);
  return { numerator: powerPolynomial(f.numerator, n), denominator: powerPolynomial(f.denominator, n) };
}

export const equalFunctions = (f: RationalFunction, g: RationalFunction): boolean =>
  equalPolynomial(f.numerator, g.numerator) && equalPolynomial(f.denominator, g.denominator);

/** f with g put for the variable. Throws a RangeError where that is a division by zero. */
export function substituteFunction(f: RationalFunction, name: string, g: RationalFunction): RationalFunction {
  const [top, bottom] = [coefficientsIn(f.numerator, name), coefficientsIn(f.denominator, name)];
  const excess = bottom.length - top.length;
  const numerator = homogeneous(top, g);
  const denominator = homogeneous(bottom, g);
  if (denominator.terms.length === 0) throw new RangeError(`the function has a pole where ${name} is replaced`);
  const scale = powerPolynomial(g.denominator, Math.abs(excess));
  return excess >= 0
    ? rationalFunction(multiplyPolynomial(numerator, scale), denominator)
    : rationalFunction(numerator, multiplyPolynomial(denominator, scale));
}

/** sum_k c_k a^k b^(n-k) for g = a/b and n = list.length - 1, by Horner's rule over the c_k that are not 0. */
function homogeneous(list: readonly Polynomial[], { numerator, denominator }: RationalFunction): Polynomial {
  const degree = list.length - 1;
  const present = [...list.keys()].filter((k) => list[k]!.terms.length > 0).reverse();
  for (const p of [numerator, denominator]) requirePower(p, degree, present.length);
  let total = zeroPolynomial;
  let scale = onePolynomial;
  for (const [i, k] of present.entries()) {
    const next = present[i + 1] ?? 0;
    scale = multiplyPolynomial(scale, powerPolynomial(denominator, (i === 0 ? degree : present[i - 1]!) - k));
    total = addPolynomial(total, multiplyPolynomial(list[k]!, scale));
    total = multiplyPolynomial(total, powerPolynomial(numerator, k - next));
  }
  return total;
}

/** The partial derivative. */
export function derivativeFunction(f: RationalFunction, name: string): RationalFunction {
  const slope = derivativePolynomial(f.denominator, name);
  if (slope.terms.length === 0) return rationalFunction(derivativePolynomial(f.numerator, name), f.denominator);
  // With d = c e and d' = c s: (n/d)' = (n' e - n s) / (d e).
  const [rest, reduced] = cancel(f.denominator, slope);
  const numerator = subtractPolynomial(
    multiplyPolynomial(derivativePolynomial(f.numerator, name), rest),
    multiplyPolynomial(f.numerator, reduced),
  );
  return rationalFunction(numerator, multiplyPolynomial(f.denominator, rest));
}

/** The exact value. Throws a RangeError at a pole and when a variable of f has no value. */
export function evaluateFunction(f: RationalFunction, values: Readonly<Record<string, Rational>>): Rational {
  const denominator = evaluatePolynomial(f.denominator, values);
  if (denominator.numerator === 0n) throw new RangeError("the function has a pole there");
  return divideRational(evaluatePolynomial(f.numerator, values), denominator);
}
