import type { Rows } from "./ensemble.js";

/** As a matrix of so many rows: what is missing is 0. */
export const fitted = (rows: Rows, count: number): Rows =>
  Array.from({ length: count }, (_, i) => Array.from({ length: count }, (__, j) => rows[i]?.[j] ?? 0));
