import type { RationalFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { add, divide, factorial, fraction, multiply, one, productOf, subtract, sumOf, zero } from "./arithmetic.js";
import { exactFunction, write } from "./exact.js";
import { requireIndex } from "./gegenbauerPolynomial.js";

/**
 * E z1^i z2^j over two samples of a batch of B, z = sqrt(n) <w, x>, n = B-1, x uniform on the unit sphere of R^n and
 * <w1, w2> = -1/n:
 *   sum_k i! j!/(k! ((i-k)/2)! ((j-k)/2)! 2^(m-k)) (-1)^k n^(m-k) / (n (n+2) ... (n+2m-2)),
 * m = (i+j)/2, k of the parity of i and j, and 0 for odd i + j: the Gaussian moment of correlation -1/n (Isserlis) over
 * the mean of the radius to the power 2m.
 * Exact in B.
 * Domain: B > 1. Throws a RangeError unless i and j are whole numbers >= 0 and B is a rational function of its symbols.
 */
export const sphereMoment = (i: number, j: number, batch: Expression): Expression =>
  write(momentFunction(i, j, exactFunction(batch, "the batch size")));

/** The same among rational functions. */
export function momentFunction(i: number, j: number, batch: RationalFunction): RationalFunction {
  requireIndex(i);
  requireIndex(j);
  if ((i + j) % 2 === 1) return zero;
  const n = subtract(batch, one);
  const m = (i + j) / 2;
  const terms: RationalFunction[] = [];
  for (let k = i % 2; k <= Math.min(i, j); k += 2) {
    const pairs = factorial(k) * factorial((i - k) / 2) * factorial((j - k) / 2) * 2n ** BigInt(m - k);
    const size = fraction((k % 2 === 0 ? 1n : -1n) * factorial(i) * factorial(j), pairs);
    terms.push(multiply(size, productOf(Array.from({ length: m - k }, () => n))));
  }
  const spread = Array.from({ length: m }, (_, step) => add(n, fraction(2 * step)));
  return divide(sumOf(terms), productOf(spread));
}
