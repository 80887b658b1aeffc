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

import { constantPolynomial } from "../../../symbolic/algebra/polynomial.js";
import {
  rationalFunctions as field,
  functionOfPolynomial,
  type RationalFunction,
  symbolFunction,
} from "../../../symbolic/algebra/rationalFunction.js";

export const batch = symbolFunction("B");

/** y_k and y_l as symbols of the algebra; the reader meets only their moments. */
export const first = symbolFunction("z1");
export const second = symbolFunction("z2");

const { add, subtract, multiply, divide, negate } = field;
const whole = (value: number) => functionOfPolynomial(constantPolynomial(BigInt(value)));
const square = (f: RationalFunction) => multiply(f, f);

/** Sum, sum of squares and number of the samples that are held fixed. */
function held(k: number, l: number) {
  return k === l
    ? { sum: first, squares: square(first), count: 1 }
    : { sum: add(first, second), squares: add(square(first), square(second)), count: 2 };
}

/** E[y_i | y_k, y_l] as a polynomial in z1 = y_k, z2 = y_l over Q(B). */
export function conditionalMean(i: number, [k, l]: readonly [number, number]): RationalFunction {
  if (i === k) return first;
  if (i === l) return second;
  const { sum, count } = held(k, l);
  return divide(negate(sum), subtract(batch, whole(count)));
}

/** E[y_i y_j | y_k, y_l]. */
export function conditionalProduct(i: number, j: number, fixed: readonly [number, number]): RationalFunction {
  const [k, l] = fixed;
  const outside = (index: number) => index !== k && index !== l;
  if (!outside(i) || !outside(j)) return multiply(conditionalMean(i, fixed), conditionalMean(j, fixed));
  const { sum, squares, count } = held(k, l);
  const rest = subtract(batch, squares);
  const others = subtract(batch, whole(count));
  if (i === j) return divide(rest, others);
  return divide(subtract(square(sum), rest), multiply(others, subtract(others, field.one)));
}
