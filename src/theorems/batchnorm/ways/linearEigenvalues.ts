/**
 * The eigenvalues lambda_i of Sigma after one linear layer, E[lambda_i x_i^2 / sum_j lambda_j x_j^2], x standard normal:
 * int_0^oo prod_j (1 + 2 s lambda_j)^(-1/2) lambda_i/(1 + 2 s lambda_i) ds (B.10, eq. (37)). They sum to 1. Positive lambda.
 */
import { logTrapezoid } from "./logTrapezoid.js";

export function linearEigenvalues(lambda: readonly number[]): number[] {
  const [least, most] = [1 / Math.max(...lambda), 1 / Math.min(...lambda)];
  const range = { low: 0, high: 1 + lambda.length / 2, least, most };
  return logTrapezoid((s) => {
    const determinant = lambda.reduce((product, entry) => product * (1 + 2 * s * entry), 1);
    return lambda.map((entry) => entry / ((1 + 2 * s * entry) * Math.sqrt(determinant)));
  }, range);
}

/** The same after so many layers. */
export function linearLimit(lambda: readonly number[], layers: number): number[] {
  let now = [...lambda];
  for (let layer = 0; layer < layers; layer++) now = linearEigenvalues(now);
  return now;
}
