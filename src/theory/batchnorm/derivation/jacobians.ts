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
import { batch, conditionalMean, conditionalProduct } from "./exchange.js";
import type { LinearForm } from "./linearForm.js";
import { momentsOf } from "./moments.js";
import { addPairs, constantPair, first, multiplyPairs, scalePair, second } from "./pairPolynomial.js";

const { subtract, multiply, divide } = field;
const n = subtract(batch, field.one);
const perBatch = divide(field.one, batch);

/** G_ij = [i = j] - 1/B. */
const centring = (i: number, j: number) => subtract(i === j ? field.one : field.zero, perBatch);

/** mu times the coefficient of Sigma_ij in (dV/dSigma)_kl. */
export function forwardEntry(k: number, l: number, i: number, j: number): LinearForm {
  const spread = scalePair(multiply(n, perBatch), conditionalProduct(i, j, [k, l]));
  const body = addPairs(spread, constantPair(field.negate(centring(i, j))));
  return momentsOf("phi", scalePair(field.fromRational(rational(1, 2)), body), k === l);
}

/** mu times the coefficient of Pi_kl in (E J^T Pi J)_ij. */
export function backwardEntry(i: number, j: number, k: number, l: number): LinearForm {
  const fixed = [k, l] as const;
  const [yk, yl] = [first, k === l ? first : second];
  const [left, right] = [centring(k, i), centring(l, j)];
  const scaled = field.negate(perBatch);
  const body = addPairs(
    constantPair(multiply(left, right)),
    scalePair(multiply(scaled, right), multiplyPairs(yk, conditionalMean(i, fixed))),
    scalePair(multiply(scaled, left), multiplyPairs(yl, conditionalMean(j, fixed))),
    scalePair(multiply(scaled, scaled), multiplyPairs(multiplyPairs(yk, yl), conditionalProduct(i, j, fixed))),
  );
  const scale = divide(batch, subtract(n, field.fromRational(rational(2))));
  return momentsOf("slope", scalePair(scale, body), k === l);
}
