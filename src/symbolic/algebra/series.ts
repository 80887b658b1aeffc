import { coefficientsIn } from "./polynomial.js";
import { functionOfPolynomial, type RationalFunction, rationalFunctions } from "./rationalFunction.js";

/** sum_k coefficients[k] name^(leadingPower - k) + O(name^(leadingPower - coefficients.length)) */
export interface SeriesAtInfinity {
  readonly leadingPower: number;
  /** Free of the name; the first is not zero unless the function is. */
  readonly coefficients: readonly RationalFunction[];
}

/**
 * The first terms of f for large values of the name:
 * f = sum_k coefficients[k] name^(leadingPower - k) + O(name^(leadingPower - terms)). For f = 0: power 0 and zeros.
 * Throws a RangeError for a number of terms that is not whole and >= 0.
 */
export function seriesAtInfinity(f: RationalFunction, name: string, terms: number): SeriesAtInfinity {
  if (!Number.isSafeInteger(terms) || terms < 0) throw new RangeError(`${terms} is not a number of terms`);
  const { zero, subtract, multiply, divide } = rationalFunctions;
  if (rationalFunctions.isZero(f)) return { leadingPower: 0, coefficients: new Array(terms).fill(zero) };
  const numerator = coefficientsIn(f.numerator, name).map(functionOfPolynomial).reverse();
  const denominator = coefficientsIn(f.denominator, name).map(functionOfPolynomial).reverse();
  const coefficients: RationalFunction[] = [];
  for (let k = 0; k < terms; k++) {
    let rest = numerator[k] ?? zero;
    for (let j = 1; j <= k && j < denominator.length; j++) {
      rest = subtract(rest, multiply(denominator[j]!, coefficients[k - j]!));
    }
    coefficients.push(divide(rest, denominator[0]!));
  }
  return { leadingPower: numerator.length - denominator.length, coefficients };
}
