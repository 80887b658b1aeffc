import { rationalFromNumber } from "../../../../symbolic/rational.js";

/** A polynomial with exact coefficients: coefficients[k] x^k over one denominator. */
export interface IntegerPolynomial {
  readonly coefficients: readonly bigint[];
  readonly denominator: bigint;
}

/** The polynomial with these doubles as coefficients, exactly: doubles are integers over powers of two. */
export function integerPolynomial(coefficients: readonly number[]): IntegerPolynomial {
  const exact = coefficients.map(rationalFromNumber);
  let denominator = 1n;
  for (const { denominator: d } of exact) if (d > denominator) denominator = d; // powers of two: the largest is common
  return { coefficients: exact.map(({ numerator, denominator: d }) => numerator * (denominator / d)), denominator };
}

export function derivative({ coefficients, denominator }: IntegerPolynomial): IntegerPolynomial {
  const slopes = coefficients.slice(1).map((a, k) => a * BigInt(k + 1));
  return { coefficients: slopes.length > 0 ? slopes : [0n], denominator };
}

export function square({ coefficients: a, denominator }: IntegerPolynomial): IntegerPolynomial {
  const out = new Array<bigint>(2 * a.length - 1).fill(0n);
  a.forEach((x, i) => {
    a.forEach((y, j) => {
      out[i + j] += x * y;
    });
  });
  return { coefficients: out, denominator: denominator * denominator };
}

export const unit: IntegerPolynomial = { coefficients: [1n], denominator: 1n };
