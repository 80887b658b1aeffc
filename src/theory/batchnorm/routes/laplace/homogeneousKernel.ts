/**
 * The Gaussian kernel of a positively homogeneous phi (right x^a for x > 0, left |x|^a for x < 0), and how it moves with the
 * covariance:
 *
 *   K_ij(C) = E[phi(y_i) phi(y_j) : y ~ N(0, C)] = (C_ii C_jj)^(a/2) k(c),   c = C_ij / sqrt(C_ii C_jj),
 *   k(c) = e_a ((right^2 + left^2) J_a(c) + 2 right left J_a(-c)),   e_a = E relu(z)^(2a) = 2^(a-1) Gamma(a+1/2) / sqrt(pi).
 *
 * Source: Cho and Saul, NIPS 2009; the paper's H.2 and I.7 (whose left coefficient has the opposite sign).
 */
import { arccosineKernel } from "../../../../numeric/special/arccosineKernel.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { Homogeneity } from "../../../../symbolic/activation/activation.js";

export class HomogeneousKernel {
  readonly degree: number;
  readonly #unit: number;
  readonly #squares: number;
  readonly #twice: number;

  constructor({ degree, left, right }: Homogeneity) {
    this.degree = degree;
    // Gamma(a+1/2) / sqrt(pi), by the recurrence where a+1/2 is small.
    this.#unit = (2 ** (degree - 1) * gammaRatio(0.5, degree + 1)) / (degree + 0.5);
    this.#squares = left * left + right * right;
    this.#twice = 2 * left * right;
  }

  /** K_ij of standard deviations si, sj and correlation c. */
  value(si: number, sj: number, c: number): number {
    const { degree } = this;
    let k = this.#squares * arccosineKernel(degree, c).value;
    if (this.#twice !== 0) k += this.#twice * arccosineKernel(degree, -c).value;
    return this.#unit * k * (si * sj) ** degree;
  }

  /** K_ij's rate (parallel samples stay parallel) when log C_ii, log C_jj and c move at the rates given. */
  change(si: number, sj: number, c: number, ri: number, rj: number, dc: number): number {
    const plus = arccosineKernel(this.degree, c);
    const minus = this.#twice === 0 ? { value: 0, derivative: 0 } : arccosineKernel(this.degree, -c);
    let rate = 0.5 * this.degree * (ri + rj) * (this.#squares * plus.value + this.#twice * minus.value);
    if (Math.abs(c) < 1) {
      const slope = this.#squares * plus.derivative - (this.#twice === 0 ? 0 : this.#twice * minus.derivative);
      rate += dc * slope;
    }
    return this.#unit * rate * (si * sj) ** this.degree;
  }
}
