import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { add, divide, fraction, multiply, negate, one, subtract } from "./arithmetic.js";
import { exactFunction, write } from "./exact.js";
import { requireIndex } from "./gegenbauerPolynomial.js";

/**
 * P_k(-1/(B-1)) = C_k^lambda(-1/(B-1))/C_k^lambda(1), lambda = (B-3)/2, as a rational function of B, by the three-term
 * recurrence (k+B-3) P_(k+1) = (2k+B-3) x P_k - k P_(k-1) from P_0 = 1, P_1 = x. Domain: B > 2.
 * Throws a RangeError unless k is a whole number >= 0 and B a rational function of its symbols.
 */
export const gegenbauerAtCorrelation = (k: number, batch: Expression): Expression =>
  write(correlationPolynomial(k, exactFunction(batch, "the batch size")));

/**
 * c_k = 1 - P_k(-1/(B-1)), the weight of a_k^2 in the explosion rate, as a rational function of B; c_0 = 0, c_1 =
 * B/(B-1). Domain and errors as gegenbauerAtCorrelation. Source: the paper's Theorem 9.
 */
export const gegenbauerGap = (k: number, batch: Expression): Expression =>
  write(subtract(one, correlationPolynomial(k, exactFunction(batch, "the batch size"))));

/**
 * c_k for any term k: 1 - 2F1(-k, k+B-3; B/2-1; B/(2(B-1))), or, `reflected`, 1 - (-1)^k 2F1(-k, k+B-3; B/2-1;
 * (B-2)/(2(B-1))), the form that the paper prints. The sign belongs to the second argument only. Whole k >= 0: the
 * series end.
 * Source: DLMF 15.9.3 and the paper's Theorem 9.
 */
export function gegenbauerGapHypergeometric(k: Expression, batch: Expression, reflected = false): Expression {
  const b = exactFunction(batch, "the batch size");
  const twice = multiply(fraction(2), subtract(b, one));
  const argument = divide(reflected ? subtract(b, fraction(2)) : b, twice);
  const upper = call("Add", k, write(subtract(b, fraction(3))));
  const lower = write(subtract(divide(b, fraction(2)), one));
  const polynomial = call("Hypergeometric", call("Negate", k), upper, lower, write(argument));
  const signed = call("Multiply", call("Power", integer(-1), k), polynomial);
  return call("Subtract", integer(1), reflected ? signed : polynomial);
}

/** P_k(-1/(B-1)) among rational functions. */
export function correlationPolynomial(k: number, batch: RationalFunction): RationalFunction {
  requireIndex(k);
  const x = negate(divide(one, subtract(batch, one)));
  const shifted = subtract(batch, fraction(3));
  let [before, polynomial] = [one, k === 0 ? one : x];
  for (let j = 1; j < k; j++) {
    const rise = multiply(multiply(add(shifted, fraction(2 * j)), x), polynomial);
    const next = divide(subtract(rise, multiply(fraction(j), before)), add(shifted, fraction(j)));
    [before, polynomial] = [polynomial, next];
  }
  return polynomial;
}
