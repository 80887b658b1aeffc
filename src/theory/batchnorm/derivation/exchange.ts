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

/** What is known of the samples that are not held fixed. */
interface Outside {
  /** E y_i, E y_i^2 and E y_i y_j, i != j. */
  readonly mean: PairPolynomial;
  readonly square: PairPolynomial;
  readonly product: PairPolynomial;
}

function outsideOf(sum: PairPolynomial, squares: PairPolynomial, count: number): Outside {
  const share = (taken: number) => field.divide(field.one, field.subtract(batch, whole(taken)));
  const rest = addPairs(total, scalePair(minusOne, squares));
  const pairs = addPairs(square(sum), scalePair(minusOne, rest));
  return {
    mean: scalePair(field.negate(share(count)), sum),
    square: scalePair(share(count), rest),
    product: scalePair(field.multiply(share(count), share(count + 1)), pairs),
  };
}

const oneHeld = outsideOf(first, square(first), 1);
const twoHeld = outsideOf(addPairs(first, second), addPairs(square(first), square(second)), 2);

/** E[y_i | y_k, y_l]. */
export function conditionalMean(i: number, [k, l]: readonly [number, number]): PairPolynomial {
  if (i === k) return first;
  if (i === l) return second;
  return (k === l ? oneHeld : twoHeld).mean;
}

/** E[y_i y_j | y_k, y_l]. */
export function conditionalProduct(i: number, j: number, fixed: readonly [number, number]): PairPolynomial {
  const [k, l] = fixed;
  const isOutside = (index: number) => index !== k && index !== l;
  if (!isOutside(i) || !isOutside(j)) return multiplyPairs(conditionalMean(i, fixed), conditionalMean(j, fixed));
  const outside = k === l ? oneHeld : twoHeld;
  return i === j ? outside.square : outside.product;
}
