import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { ComplexMatrix, Packed } from "./selfEnergy.js";

const rowsOf = (entries: Float64Array, size: number): Matrix =>
  Array.from({ length: size }, (_, i) => Array.from(entries.subarray(i * size, (i + 1) * size)));

/** Rows of numbers from a packed matrix. */
export const userMatrix = ({ re, im }: Packed, size: number): ComplexMatrix => ({
  re: rowsOf(re, size),
  im: rowsOf(im, size),
});
