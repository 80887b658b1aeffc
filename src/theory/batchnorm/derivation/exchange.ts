/**
 * Means of y_i y_j over two samples of a batch that are held fixed. With y = sqrt(B) G h/|G h| (so sum y = 0, sum y^2 = B)
 * and h exchangeable, the samples outside {k, l} are exchangeable given y_k, y_l, hence for k != l and i != j outside
 *
 *   E[y_i | k, l] = -(y_k + y_l)/(B-2),   E[y_i^2 | k, l] = (B - y_k^2 - y_l^2)/(B-2),
 *   E[y_i y_j | k, l] = ((y_k + y_l)^2 - (B - y_k^2 - y_l^2))/((B-2)(B-3)),
 *
 * and the same with one sample fixed for k = l. No property of the Gaussian is used but its symmetry. Ours; it replaces the
 * spherical integrals of the paper's B.4.1.
 */

import { rationalFunctions as field, symbolFunction } from "../../../symbolic/algebra/rationalFunction.js";
import { rational } from "../../../symbolic/rational.js";
import {
  addPairs,
  constantPair,
  first,
  multiplyPairs,
  type PairPolynomial,
  scalePair,
  second,
} from "./pairPolynomial.js";

export const batch = symbolFunction("B");

const whole = (value: number) => field.fromRational(rational(value));
const minusOne = whole(-1);
const total = constantPair(batch);
const square = (p: PairPolynomial) => multiplyPairs(p, p);

/** Sum, sum of squares and number of the samples that are held fixed. */
function held(k: number, l: number) {
  return k === l
    ? { sum: first, squares: square(first), count: 1 }
    : { sum: addPairs(first, second), squares: addPairs(square(first), square(second)), count: 2 };
}

/** 1/(B - count). */
const share = (count: number) => field.divide(field.one, field.subtract(batch, whole(count)));

/** E[y_i | y_k, y_l]. */
export function conditionalMean(i: number, [k, l]: readonly [number, number]): PairPolynomial {
  if (i === k) return first;
  if (i === l) return second;
  const { sum, count } = held(k, l);
  return scalePair(field.negate(share(count)), sum);
}

/** E[y_i y_j | y_k, y_l]. */
export function conditionalProduct(i: number, j: number, fixed: readonly [number, number]): PairPolynomial {
  const [k, l] = fixed;
  const outside = (index: number) => index !== k && index !== l;
  if (!outside(i) || !outside(j)) return multiplyPairs(conditionalMean(i, fixed), conditionalMean(j, fixed));
  const { sum, squares, count } = held(k, l);
  const rest = addPairs(total, scalePair(minusOne, squares));
  if (i === j) return scalePair(share(count), rest);
  const pairs = addPairs(square(sum), scalePair(minusOne, rest));
  return scalePair(field.multiply(share(count), share(count + 1)), pairs);
}
