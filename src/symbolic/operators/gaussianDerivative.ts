import { rational } from "../rational.js";
import { conjugation, rankOne } from "./constructors.js";
import { type Exchangeable, exchangeableInverse } from "./exchangeable.js";
import type { Operator } from "./operator.js";
import type { OperatorAlgebra } from "./operatorAlgebra.js";

/** E[F(z)] and E[F(z)_kl z_i z_j] for z ~ N(0, sigma). */
export interface GaussianMoments<T> {
  readonly sigma: Exchangeable<T>;
  readonly mean: Exchangeable<T>;
  readonly moments: Operator<T>;
}

/**
 * The derivative of Sigma -> E[F(z)], z ~ N(0, Sigma), at Sigma = sigma for a matrix F(z) that permutes with its samples
 * (paper B.43):
 *   Delta -> (1/2) E[F(z) <sigma^-1 z z^T sigma^-1 - sigma^-1, Delta>],
 * moments composed with Delta -> sigma^-1 Delta sigma^-1, less a rank-one part. Throws a RangeError for singular sigma.
 */
export function gaussianDerivative<T>(
  algebra: OperatorAlgebra<T>,
  { sigma, mean, moments }: GaussianMoments<T>,
): Operator<T> {
  const inverse = exchangeableInverse(algebra, sigma);
  const tilted = algebra.compose(moments, conjugation(algebra, inverse));
  const half = algebra.field.fromRational(rational(1, 2));
  return algebra.scale(half, algebra.subtract(tilted, rankOne(algebra, inverse, mean)));
}
