import { type Rational, rational, subtractRational } from "../rational.js";
import { constantTerm, floorOf, rationalOf, wholeOf } from "./constant.js";
import { functionAtom, integerExact, rationalExact, sqrtPi } from "./create.js";
import type { Exact } from "./exact.js";
import { exponentOf, isConstantTerm } from "./exponent.js";
import { safeNumber } from "./factorPower.js";
import type { ExactField } from "./field.js";
import { power, squareRoot } from "./power.js";

const longestProduct = 1000;

/**
 * x (x+1) ... (x+n-1), by halves; for n < 0 its continuation 1 / ((x-1) ... (x+n)). Throws a RangeError for |n| > 1000.
 */
export function risingFactorial(x: Exact, n: number, field: ExactField): Exact {
  if (Math.abs(n) > longestProduct) {
    throw new RangeError(`a product of ${Math.abs(n)} factors: at most ${longestProduct} are allowed`);
  }
  if (n < 0) return field.divide(field.one, risingFactorial(field.add(x, integerExact(n)), -n, field));
  const product = (from: number, to: number): Exact => {
    if (to - from <= 1) return to === from ? field.one : field.add(x, integerExact(from));
    const middle = (from + to) >> 1;
    return field.multiply(product(from, middle), product(middle, to));
  };
  return product(0, n);
}

/** True for z whose symbols all have whole coefficients, and has some. */
function hasWholeCoefficients(z: Exact): boolean {
  const symbolic = exponentOf(z)?.filter((term) => !isConstantTerm(term)) ?? [];
  return symbolic.length > 0 && symbolic.every(({ coefficient }) => coefficient.denominator === 1n);
}

/** Gamma(z) = 2^(z-1) Gamma(z/2) Gamma((z+1)/2) / sqrt(pi) */
function duplicate(z: Exact, field: ExactField): Exact {
  const half = rationalExact(rational(1, 2));
  const first = field.multiply(half, z);
  const product = field.multiply(gammaOfClass(first, field), gammaOfClass(field.add(first, half), field));
  const scale = power(integerExact(2), field.subtract(z, field.one), field);
  return field.divide(field.multiply(scale, product), sqrtPi());
}

/** Gamma of an argument whose constant term is in [0, 1). */
function gammaOfClass(z: Exact, field: ExactField): Exact {
  const value = rationalOf(z);
  if (value !== null) return gammaOfFraction(value, field);
  return hasWholeCoefficients(z) ? duplicate(z, field) : functionAtom("Gamma", z);
}

/** 1 / sin(pi r) for r = 2/3, 3/4, 5/6. */
function cosecant({ numerator, denominator }: Rational, field: ExactField): Exact | null {
  if (numerator === 2n && denominator === 3n) return field.divide(integerExact(2), squareRoot(integerExact(3), field));
  if (numerator === 3n && denominator === 4n) return squareRoot(integerExact(2), field);
  return numerator === 5n && denominator === 6n ? integerExact(2) : null;
}

/** Gamma of a rational number in (0, 1); Gamma(r) = pi / (sin(pi r) Gamma(1-r)) for r = 2/3, 3/4, 5/6. */
function gammaOfFraction(value: Rational, field: ExactField): Exact {
  if (value.denominator === 2n) return sqrtPi();
  const factor = cosecant(value, field);
  if (factor === null) return functionAtom("Gamma", rationalExact(value));
  const mirror = functionAtom("Gamma", rationalExact(subtractRational(rational(1), value)));
  return field.divide(field.multiply(field.power(sqrtPi(), 2), factor), mirror);
}

/**
 * Gamma(x). The constant term of x is shifted into [0, 1) by Gamma(x+1) = x Gamma(x), Gamma(1/2) = sqrt(pi), and
 * Legendre's duplication splits an argument whose symbols have whole coefficients, so that Gamma(B) and Gamma(B/2)
 * Gamma((B+1)/2) agree; Gamma at 2/3, 3/4, 5/6 is reflected. Throws a RangeError at the poles 0, -1, -2, ..., and for a
 * shift by more than 1000.
 */
export function gamma(x: Exact, field: ExactField): Exact {
  const whole = wholeOf(x);
  if (whole !== null) {
    if (whole <= 0) throw new RangeError(`Gamma has a pole at ${whole}`);
    return risingFactorial(field.one, whole - 1, field);
  }
  const constant = constantTerm(x);
  if (constant === null) return functionAtom("Gamma", x);
  const shift = floorOf(constant);
  const representative = field.subtract(x, integerExact(shift));
  return field.multiply(gammaOfClass(representative, field), risingFactorial(representative, safeNumber(shift), field));
}

/** (a)_k = Gamma(a+k)/Gamma(a): the product for a whole k. */
export function pochhammer(a: Exact, k: Exact, field: ExactField): Exact {
  const n = wholeOf(k);
  if (n !== null) return risingFactorial(a, n, field);
  return field.divide(gamma(field.add(a, k), field), gamma(a, field));
}

export const factorial = (n: Exact, field: ExactField): Exact => gamma(field.add(n, field.one), field);

/** Gamma(a) Gamma(b) / Gamma(a+b) */
export const beta = (a: Exact, b: Exact, field: ExactField): Exact =>
  field.divide(field.multiply(gamma(a, field), gamma(b, field)), gamma(field.add(a, b), field));

/** Gamma(n+1) / (Gamma(k+1) Gamma(n-k+1)); a polynomial in n for a whole k >= 0, and 0 for a whole k < 0. */
export function binomial(n: Exact, k: Exact, field: ExactField): Exact {
  const rest = field.subtract(n, k);
  const lower = wholeOf(k) ?? wholeOf(rest);
  if (lower === null) {
    const below = field.multiply(factorial(k, field), factorial(rest, field));
    return field.divide(factorial(n, field), below);
  }
  if (lower < 0) return field.zero;
  const first = field.add(field.subtract(n, integerExact(lower)), field.one);
  return field.divide(risingFactorial(first, lower, field), factorial(integerExact(lower), field));
}
