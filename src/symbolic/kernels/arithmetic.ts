import { functionOfPolynomial, type RationalFunction, rationalFunctions } from "../algebra/rationalFunction.js";
import { rational } from "../rational.js";

/** p/q as a constant function. */
export const fraction = (p: bigint | number, q: bigint | number = 1): RationalFunction =>
  rationalFunctions.fromRational(rational(p, q));

export const zero = rationalFunctions.zero;
export const one = rationalFunctions.one;
export const add = rationalFunctions.add;
export const subtract = rationalFunctions.subtract;
export const multiply = rationalFunctions.multiply;
export const divide = rationalFunctions.divide;
export const negate = rationalFunctions.negate;
export const isZero = rationalFunctions.isZero;

/** The numerator and the denominator as functions. */
export const numeratorOf = (f: RationalFunction): RationalFunction => functionOfPolynomial(f.numerator);
export const denominatorOf = (f: RationalFunction): RationalFunction => functionOfPolynomial(f.denominator);

export const sumOf = (functions: readonly RationalFunction[]): RationalFunction => functions.reduce(add, zero);
export const productOf = (functions: readonly RationalFunction[]): RationalFunction => functions.reduce(multiply, one);

/** (f)_k = f (f+1) ... (f+k-1), k >= 0. */
export const rising = (f: RationalFunction, k: number): RationalFunction =>
  productOf(Array.from({ length: k }, (_, i) => add(f, fraction(i))));

/** n! for a whole n >= 0. */
export function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2n; k <= BigInt(n); k++) product *= k;
  return product;
}
