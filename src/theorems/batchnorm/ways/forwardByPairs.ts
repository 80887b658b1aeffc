/**
 * The forward eigenvalues at BSB1 from moments of one and two samples, by Gaussian differentiation (Lemma B.43) on L and M; with
 * n = B-1 and E r^2 = n,
 *
 *   lambda_L = E[phi_1^2 (z_1^2 - 1) - 2n/(B-2) phi_1 phi_2 (z_1^2 - 1)]/(2 mu),
 *   lambda_M = n/(mu B) E[phi_1 phi_2 (n (B-2) z_1 z_2 + n (z_1^2 + z_2^2) - B)]/((B-2)(B-3)).
 *
 * For phi homogeneous of degree alpha, by integrals over the angle between two samples: no kernel, no closed form.
 */
import { type Homogeneous, homogeneousValue } from "./homogeneous.js";
import { planeMoment } from "./planeMoments.js";

export function forwardByPairs(phi: Homogeneous, B: number): { readonly L: number; readonly M: number } {
  const n = B - 1;
  const value = homogeneousValue(phi);
  const degree = 2 * phi.alpha;
  const one = () => 1;
  const q = planeMoment(B, (z) => value(z) ** 2, one, degree);
  const qc = planeMoment(B, value, value, degree);
  const own = planeMoment(B, (z) => (value(z) * z) ** 2, one, degree + 2);
  const square = planeMoment(B, (z) => value(z) * z * z, value, degree + 2);
  const mixed = planeMoment(
    B,
    (z) => value(z) * z,
    (z) => value(z) * z,
    degree + 2,
  );
  const mu = q - qc;
  return {
    L: (own - q - ((2 * n) / (B - 2)) * (square - qc)) / (2 * mu),
    M: ((n / B) * (mixed * n + (2 * n * square - B * qc) / (B - 2))) / (mu * (B - 3)),
  };
}
