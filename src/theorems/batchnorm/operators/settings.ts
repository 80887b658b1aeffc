/** Parameters and tolerances that the operator theorems share. */
import type { Tolerance } from "../../theorem.js";

/** B^4 products a point: batches up to 9 take a few milliseconds. */
export const batch = {
  set: "integer",
  min: 4,
  max: 9,
  doc: "Batch size B; the statement holds for every B >= 4, dense operators have B^4 entries.",
} as const;

export const coefficients = {
  set: "vector",
  length: 9,
  min: -1,
  max: 1,
  doc: "The coefficients [11|11], [11|12], [11|22], [11|23], [12|11], [12|12] = [12|21], [12|13] = [12|31], [12|33], [12|34].",
} as const;

export const real = (doc: string) => ({ set: "real", min: -2, max: 2, doc }) as const;

export const keys = {
  set: "vector",
  length: "B",
  min: 0,
  max: 1,
  doc: "Numbers whose order is a permutation.",
} as const;

export const symmetric = { set: "symmetric", size: "B", doc: "A symmetric matrix." } as const;

/** For sums of up to B^2 products of numbers of order 1. */
export const rounding: Tolerance = {
  unit: "rel",
  limit: 1e-12,
  why: "rounding of sums of at most 81 products, which may cancel to a hundredth of their terms",
};
