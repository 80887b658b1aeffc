/**
 * The two operators of BSB1, entry by entry, for any phi and eps = 0. With n = B-1, G = I - 11^T/B, y = sqrt(B) G h/|G h|,
 * |G h| independent of y, E|G h|^2 = n mu and E 1/|G h|^2 = 1/((n-2) mu):
 *
 *   forward    (dV/dSigma)_{kl|ij}      = ((n/B) E[phi(y_k) phi(y_l) y_i y_j] - G_ij E[phi(y_k) phi(y_l)]) / (2 mu)
 *   backward   (E J^T Pi J)_{ij|kl}     = B/((n-2) mu) E[phi'(y_k) phi'(y_l) (G_ki - y_k y_i/B) (G_lj - y_l y_j/B)]
 *
 * Source: the paper's B.4 and section C; the reduction of each entry to two samples is ours (`exchange.ts`).
 */
import { rationalFunctions as field } from "../../../symbolic/algebra/rationalFunction.js";
import { rational } from "../../../symbolic/rational.js";
import { batch, conditionalMean, conditionalProduct, first, second } from "./exchange.js";
import type { LinearForm } from "./linearForm.js";
import { momentsOf } from "./moments.js";

const { add, subtract, multiply, divide } = field;
const whole = (value: number) => field.fromRational(rational(value));
const n = subtract(batch, field.one);

/** G_ij = [i = j] - 1/B. */
const centring = (i: number, j: number) => subtract(i === j ? field.one : field.zero, divide(field.one, batch));

/** mu times the coefficient of Sigma_ij in (dV/dSigma)_kl. */
export function forwardEntry(k: number, l: number, i: number, j: number): LinearForm {
  const spread = multiply(divide(n, batch), conditionalProduct(i, j, [k, l]));
  const half = field.fromRational(rational(1, 2));
  return momentsOf("phi", multiply(half, subtract(spread, centring(i, j))), k === l);
}

/** mu times the coefficient of Pi_kl in (E J^T Pi J)_ij. */
export function backwardEntry(i: number, j: number, k: number, l: number): LinearForm {
  const fixed = [k, l] as const;
  const [yk, yl] = [first, k === l ? first : second];
  const both = multiply(multiply(yk, yl), divide(conditionalProduct(i, j, fixed), multiply(batch, batch)));
  const left = multiply(centring(l, j), divide(multiply(yk, conditionalMean(i, fixed)), batch));
  const right = multiply(centring(k, i), divide(multiply(yl, conditionalMean(j, fixed)), batch));
  const body = add(subtract(subtract(multiply(centring(k, i), centring(l, j)), left), right), both);
  return momentsOf("slope", multiply(divide(batch, subtract(n, whole(2))), body), k === l);
}
