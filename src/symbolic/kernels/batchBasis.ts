import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression } from "../expression.js";
import { add, divide, fraction, isZero, multiply, one, productOf, subtract } from "./arithmetic.js";
import { exactFunction, wholeOf, write } from "./exact.js";
import { gegenbauerExpansion } from "./expandInGegenbauer.js";
import { gegenbauerAtOne, requireIndex } from "./gegenbauerPolynomial.js";
import { scaled } from "./linearCombination.js";

/** lambda = (B-3)/2 of the sphere on which a batch of B lives. */
export const batchLambda = (batch: RationalFunction): RationalFunction =>
  divide(subtract(batch, fraction(3)), fraction(2));

/**
 * The dimension of the harmonics of degree k in R^(B-1), (B-3+2k)/(B-3) binom(B-4+k, k): a polynomial in B, divisible
 * by B-1 for odd k. The mean square of C_k^lambda over the sphere is C_k^lambda(1)^2 divided by it.
 */
export function harmonicDimension(k: number, batch: RationalFunction): RationalFunction {
  requireIndex(k);
  if (k === 0) return one;
  // B-3 cancels against the first factor of the binomial
  const rest = Array.from({ length: k - 1 }, (_, i) => divide(add(batch, fraction(i - 2)), fraction(i + 1)));
  return divide(productOf([add(batch, fraction(2 * k - 3)), ...rest]), fraction(k));
}

/**
 * The harmonic dimension, over B-1 for odd k: what stays under the root of a coefficient of z^m, which brings
 * (B-1)^(m/2).
 */
export const batchRadicand = (k: number, batch: RationalFunction): RationalFunction => {
  const dimension = harmonicDimension(k, batch);
  return k % 2 === 0 ? dimension : divide(dimension, subtract(batch, one));
};

/** factor * sqrt(radicand). */
export function timesRoot(factor: RationalFunction, radicand: RationalFunction): Expression {
  return scaled(factor, isZero(factor) || wholeOf(radicand) === 1 ? null : call("Sqrt", write(radicand)));
}

/**
 * The factor that makes C_k^((B-3)/2)(z/sqrt(B-1)) orthonormal over one sample of a batch, sqrt((B-3+2k)/((B-3)
 * binom(B-4+k, k))): the root of the harmonic dimension over C_k(1).
 * Domain: B > 3. Source: the paper's Theorem 9, with (26) read as division by (B-1)^((B-3)/2) Beta(B/2-1, 1/2) (the
 * printed exponent has the wrong sign).
 * Throws a RangeError when B is no rational function of its symbols, for B = 3 and unless k is a whole number >= 0.
 */
export function batchBasisFactor(k: number, batch: Expression): Expression {
  const b = exactFunction(batch, "the batch size");
  return timesRoot(divide(one, gegenbauerAtOne(k, batchLambda(b))), harmonicDimension(k, b));
}

/** A coefficient a_k in the orthonormal basis of a batch, and a_k^2, which is rational in B. */
export interface BatchCoefficient {
  readonly value: Expression;
  readonly square: Expression;
}

/**
 * The orthonormal coefficients a_k of the polynomial phi(z) with `coefficients` by power of z: phi = sum_k a_k e_k with
 * the e_k of batchBasisFactor, and E phi(z)^2 = sum_k a_k^2 over one sample of a batch of B. Exact in B. Domain: B > 3.
 * Source: the paper's Theorem 9 and (26), with the exponent's sign corrected.
 * Throws a RangeError when a coefficient or B is no rational function of its symbols, and for B = 3.
 */
export function expandInBatchBasis(
  coefficients: readonly Expression[],
  batch: Expression,
): readonly BatchCoefficient[] {
  const b = exactFunction(batch, "the batch size");
  const functions = coefficients.map((coefficient) => exactFunction(coefficient, "a coefficient"));
  return Object.freeze(
    batchExpansion(functions, b).map((factor, k) => {
      const radicand = batchRadicand(k, b);
      const square = write(multiply(radicand, multiply(factor, factor)));
      return Object.freeze({ value: timesRoot(factor, radicand), square });
    }),
  );
}

/**
 * The f_k of a_k = f_k sqrt(batchRadicand(k)): with t = z/sqrt(n), n = B-1, z^m = n^floor(m/2) sqrt(n)^(k odd) t^m for
 * the k of m's parity.
 */
export function batchExpansion(
  coefficients: readonly RationalFunction[],
  batch: RationalFunction,
): readonly RationalFunction[] {
  const n = subtract(batch, one);
  const lambda = batchLambda(batch);
  const onSphere = coefficients.map((coefficient, m) =>
    multiply(coefficient, productOf(Array.from({ length: Math.floor(m / 2) }, () => n))),
  );
  return gegenbauerExpansion(onSphere, lambda).map((g, k) =>
    divide(multiply(g, gegenbauerAtOne(k, lambda)), batchRadicand(k, batch)),
  );
}
