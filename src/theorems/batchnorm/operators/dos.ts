import { Matrix } from "ml-matrix";

import { real } from "./settings.js";

/** DOS(u, v, w), as it is defined: T{S}_ii = u S_ii, T{S}_ij = v (S_ii + S_jj) + w S_ij. */
export function applyDos(u: number, v: number, w: number, matrix: Matrix): Matrix {
  const image = Matrix.zeros(matrix.rows, matrix.rows);
  for (let k = 0; k < matrix.rows; k++) {
    for (let l = 0; l < matrix.rows; l++) {
      const off = v * (matrix.get(k, k) + matrix.get(l, l)) + w * matrix.get(k, l);
      image.set(k, l, k === l ? u * matrix.get(k, k) : off);
    }
  }
  return image;
}

/** The same as an array of nine coefficients. */
export const dosCoefficients = (u: number, v: number, w: number) => [u, 0, 0, 0, v, w / 2, 0, 0, 0];

export const dosParameters = {
  B: { set: "integer", min: 4, max: 40, doc: "Batch size B." },
  u: real("What the diagonal is multiplied by."),
  v: real("How the diagonal enters the rest."),
  w: real("What the rest is multiplied by."),
} as const;
