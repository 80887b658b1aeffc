import type { RationalFunction } from "../algebra/rationalFunction.js";
import { minus, over, times } from "../build.js";
import { call, type Expression, symbol } from "../expression.js";
import { equation, type Proposition } from "../proposition.js";
import { add, divide, fraction, isZero, multiply, one, subtract, sumOf } from "./arithmetic.js";
import { batchExpansion, batchRadicand } from "./batchBasis.js";
import { dirichletForm } from "./dirichletForm.js";
import { exactFunction, write } from "./exact.js";
import { correlationPolynomial } from "./gegenbauerGap.js";
import { linearCombination } from "./linearCombination.js";
import { polynomialIn, slopeCoefficients } from "./polynomialIn.js";

/**
 * Theorem 9 for the polynomial phi(z) with `coefficients` by power of z: the explosion rate
 *   E[(B-1-z1^2) phi'(z1)^2 + (1+z1 z2) phi'(z1) phi'(z2)] / ((B-3) E[phi(z1)^2 - phi(z1) phi(z2)])
 * is sum_k k (B-3+k)/(B-3) c_k a_k^2 / sum_k c_k a_k^2, c_k = 1 - P_k(-1/(B-1)), with the terms of both sums written
 * out.
 * Domain: B > 3, phi not constant. Source: the paper's Theorem 9 and (27).
 * Throws a RangeError when a coefficient or B is no rational function of its symbols, for B = 3, and for a constant
 * phi.
 */
export function theoremNine(coefficients: readonly Expression[], batch: Expression): Proposition {
  const [z1, z2] = [symbol("z1"), symbol("z2")];
  const functions = coefficients.map((coefficient) => exactFunction(coefficient, "a coefficient"));
  const phi = (z: Expression) => polynomialIn(functions, z);
  const slope = (z: Expression) => polynomialIn(slopeCoefficients(functions), z);
  const spread = times(phi(z1), minus(phi(z1), phi(z2)));
  const rate = over(
    dirichletForm(slope, slope, batch),
    times(minus(batch, 3), call("SphereMean", spread, z1, z2, batch)),
  );
  const { top, bottom } = weights(functions, exactFunction(batch, "the batch size"));
  const sum = (list: readonly RationalFunction[]) =>
    linearCombination(list.map((coefficient) => ({ coefficient, factor: null })));
  return equation(rate, over(sum(top), sum(bottom)));
}

/**
 * The explosion rate of the polynomial phi as one rational function of B, and of any symbols in its coefficients;
 * errors as theoremNine.
 */
export function polynomialRate(coefficients: readonly Expression[], batch: Expression): Expression {
  const functions = coefficients.map((coefficient) => exactFunction(coefficient, "a coefficient"));
  const { top, bottom } = weights(functions, exactFunction(batch, "the batch size"));
  return write(divide(sumOf(top), sumOf(bottom)));
}

/** The terms k (B-3+k)/(B-3) c_k a_k^2 and c_k a_k^2, k = 0, 1, ... */
function weights(coefficients: readonly RationalFunction[], batch: RationalFunction) {
  const bottom = batchExpansion(coefficients, batch).map((factor, k) => {
    const square = multiply(batchRadicand(k, batch), multiply(factor, factor));
    return multiply(subtract(one, correlationPolynomial(k, batch)), square);
  });
  if (bottom.every(isZero)) throw new RangeError("a constant has no explosion rate: its variance is 0");
  const shifted = subtract(batch, fraction(3));
  const top = bottom.map((weight, k) =>
    multiply(weight, divide(multiply(fraction(k), add(shifted, fraction(k))), shifted)),
  );
  return { top, bottom };
}
