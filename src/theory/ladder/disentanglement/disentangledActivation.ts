import { largestEntry, type Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyMatrix, assertShapes, fromZero, optionsOf } from "../../../numeric/shape.js";
import { counts } from "../shapes.js";
import { digitsOf, factorSizes } from "./tensorIndex.js";

export interface TensorFactorOptions {
  /** Events of each factor, one a column; default 2 each. */
  readonly sizes?: readonly number[];
  /** Largest residual that counts as none; default 1e-9 times the largest entry. */
  readonly tolerance?: number;
}

export interface DisentangledActivation {
  /** f_j, as many numbers as factor j has events: the mean of column j over all other factors. */
  readonly factors: readonly Vector[];
  /** Of each column: the largest |F - 1 x .. f_j .. x 1|. */
  readonly residuals: readonly number[];
  /** The largest of them. */
  readonly residual: number;
  /** residual <= tolerance. */
  readonly disentangled: boolean;
}

/**
 * Whether column j of F depends on factor j of the event alone: F_:j = 1 x .. f_j .. x 1.
 *
 * F: one row a combination of the factors' events (the first most significant), one column a factor. For binary factors 2^n x n.
 * Source: Definition 3 of the ladder paper. Ours: factors with any number of events. @throws TheoryError "domain" for sizes that do not fit.
 */
export function disentangledActivation(F: Matrix, options: TensorFactorOptions = {}): DisentangledActivation {
  assertShapes({ F: anyMatrix, options: optionsOf({ sizes: counts, tolerance: fromZero }) }, { F, options });
  const sizes = factorSizes("F", F, options.sizes);
  const { tolerance = 1e-9 * largestEntry(F) } = options;
  const digits = digitsOf(sizes);
  const factors = sizes.map((size, j) => {
    const sums = new Array<number>(size).fill(0);
    for (const [row, entries] of F.entries()) sums[digits[row]![j]!]! += entries[j]!;
    return sums.map((sum) => (sum * size) / F.length);
  });
  const residuals = factors.map((factor, j) =>
    F.reduce((most, entries, row) => Math.max(most, Math.abs(entries[j]! - factor[digits[row]![j]!]!)), 0),
  );
  const residual = Math.max(...residuals);
  return { factors, residuals, residual, disentangled: residual <= tolerance };
}

/** The matrix whose column j is 1 x .. f_j .. x 1. Throws TheoryError for entries that are not finite and for more than 2^20 rows. */
export function activationOf(factors: readonly Vector[]): number[][] {
  return digitsOf(factors.map((factor) => factor.length)).map((digits) =>
    factors.map((factor, j) => factor[digits[j]!]!),
  );
}
