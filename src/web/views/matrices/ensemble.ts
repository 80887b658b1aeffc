/** A random matrix in plain data: what the address, the page and the workers agree on. */
import type { EntryLaw } from "../../../simulation/ensembles/entryLaw.js";

export const ensembleKinds = [
  ...(["wigner", "deformed", "profile", "separable"] as const),
  ...(["kronecker", "chiral", "wishart", "centred-wishart"] as const),
] as const;
export type EnsembleKind = (typeof ensembleKinds)[number];

export const lawChoices = [
  ...(["gaussian", "rademacher", "uniform", "exponential", "sparse"] as const),
] as const satisfies readonly EntryLaw[];

export type Rows = readonly (readonly number[])[];

/** Values with weights that are positive, and need not add up to 1. */
export interface Atoms {
  readonly values: readonly number[];
  readonly weights: readonly number[];
}

export type Ensemble =
  | { readonly kind: "wigner"; readonly variance: number; readonly law: EntryLaw }
  /** A + X: eigenvalues of A, and a semicircle of that variance. */
  | ({ readonly kind: "deformed"; readonly variance: number } & Atoms)
  /** Variances of entries in blocks, times 1/N, and the shares of the rows. */
  | { readonly kind: "profile"; readonly variances: Rows; readonly weights: readonly number[] }
  /** R^(1/2) X R^(1/2). */
  | ({ readonly kind: "separable" } & Atoms)
  /** A_0 (x) I + sum A_k (x) X_k. */
  | { readonly kind: "kronecker"; readonly mean: Rows; readonly coefficients: readonly Rows[] }
  /** [[0, X], [X^T, 0]]/sqrt(n), X p x n, ratio p/n. */
  | { readonly kind: "chiral"; readonly ratio: number }
  /** X X^T/n with rows of these variances. */
  | ({ readonly kind: "wishart"; readonly ratio: number } & Atoms)
  /** X X^T/n - I against the equation of its mean and covariance, which does not give its spectrum. */
  | { readonly kind: "centred-wishart"; readonly ratio: number };

export function shares(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * `total` things shared out by weights, each share one at least where there are enough: what is cut off goes to the largest
 * remainders.
 */
export function apportioned(weights: readonly number[], total: number): readonly number[] {
  const exact = shares(weights).map((share) => share * total);
  const counts = exact.map((count) => Math.max(total >= weights.length ? 1 : 0, Math.floor(count)));
  const byNeed = (sign: number) =>
    exact.map((_, k) => k).sort((a, b) => sign * (exact[b]! - counts[b]! - (exact[a]! - counts[a]!)));
  for (let left = total - sum(counts); left !== 0; left = total - sum(counts)) {
    const at = byNeed(Math.sign(left)).find((k) => left > 0 || counts[k]! > 1)!;
    counts[at]! += Math.sign(left);
  }
  return counts;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
