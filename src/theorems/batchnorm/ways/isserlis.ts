/** Means of polynomials of two jointly normal variables by Isserlis' theorem: no quadrature. */

/** Covariance of x and y. */
export type PairCovariance = readonly [xx: number, xy: number, yy: number];

/** E x^k y^l: the first factor paired with every other. */
export function isserlis(k: number, l: number, pair: PairCovariance): number {
  const [xx, xy, yy] = pair;
  if (k === 0) return l === 0 ? 1 : l === 1 ? 0 : (l - 1) * yy * isserlis(0, l - 2, pair);
  const own = k > 1 ? (k - 1) * xx * isserlis(k - 2, l, pair) : 0;
  return own + (l > 0 ? l * xy * isserlis(k - 1, l - 1, pair) : 0);
}

/** E phi(x) phi(y) for phi = sum of coefficients[k] x^k. */
export function polynomialPairMean(coefficients: readonly number[], pair: PairCovariance): number {
  let sum = 0;
  coefficients.forEach((a, k) => {
    coefficients.forEach((b, l) => {
      if ((k + l) % 2 === 0) sum += a * b * isserlis(k, l, pair);
    });
  });
  return sum;
}
