/** Means over two jointly normal samples with a general covariance, by Gauss-Hermite rules. Exact for polynomials of degree below 40. */
import { gaussHermite } from "../../../numeric/quadrature/gaussHermite.js";
import type { Rows } from "./smallMatrices.js";

export interface PairCovariance {
  readonly sigma11: number;
  readonly sigma22: number;
  /** Correlation. */
  readonly c: number;
}

export const pairParameters = {
  sigma11: { set: "real", min: 0.5, max: 2, doc: "variance" },
  sigma22: { set: "real", min: 0.5, max: 2, doc: "variance" },
  c: { set: "real", min: -0.8, max: 0.8, doc: "correlation" },
  Lambda: { set: "symmetric", size: 2, doc: "argument" },
  phi: { set: "activation", class: "polynomial", doc: "activation; polynomials are integrated exactly" },
} as const;

const NODES = 20;
/** E f(y1, y2): y2 given y1, or both in the principal axes of their correlation. */
export function hermitePair(
  { sigma11, sigma22, c }: PairCovariance,
  order: "conditional" | "axes",
  f: (y1: number, y2: number) => number,
): number {
  const { nodes, weights } = gaussHermite(NODES);
  const [first, second] = [Math.sqrt(sigma11), Math.sqrt(sigma22)];
  const rest = Math.sqrt(1 - c * c);
  const [along, across] = [Math.sqrt((1 + c) / 2), Math.sqrt((1 - c) / 2)];
  let [sum, mass] = [0, 0];
  nodes.forEach((z1, i) => {
    nodes.forEach((z2, k) => {
      const weight = weights[i]! * weights[k]!;
      const [x1, x2] =
        order === "conditional" ? [z1, c * z1 + rest * z2] : [along * z1 + across * z2, along * z1 - across * z2];
      mass += weight;
      sum += weight * f(first * x1, second * x2);
    });
  });
  return sum / mass;
}

/** y^T Lambda y. */
export const quadratic = (Lambda: Rows, y1: number, y2: number): number =>
  Lambda[0]![0]! * y1 * y1 + (Lambda[0]![1]! + Lambda[1]![0]!) * y1 * y2 + Lambda[1]![1]! * y2 * y2;

export function covarianceOf({ sigma11, sigma22, c }: PairCovariance): number[][] {
  const sigma12 = c * Math.sqrt(sigma11 * sigma22);
  return [
    [sigma11, sigma12],
    [sigma12, sigma22],
  ];
}

/** Variances and correlation of Sigma + t Delta. */
export function parametersOf(Sigma: Rows, Delta: Rows, t: number): PairCovariance {
  const entry = (i: number, j: number) => Sigma[i]![j]! + t * Delta[i]![j]!;
  const [sigma11, sigma22] = [entry(0, 0), entry(1, 1)];
  return { sigma11, sigma22, c: entry(0, 1) / Math.sqrt(sigma11 * sigma22) };
}

/** A step t within which Sigma + t Delta stays positive definite with room: a third of its least eigenvalue over |Delta|. */
export function safeStep(Sigma: Rows, Delta: Rows): number {
  const determinant = Sigma[0]![0]! * Sigma[1]![1]! - Sigma[0]![1]! ** 2;
  const least = determinant / (Sigma[0]![0]! + Sigma[1]![1]!);
  return least / (3 * Math.max(1e-9, Math.hypot(...Delta.flat())));
}
