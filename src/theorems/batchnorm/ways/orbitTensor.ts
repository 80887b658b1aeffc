/**
 * An ultrasymmetric operator as the B x B x B x B array of [kl|ij], summed over all indices: no algebra of orbits. Its nine
 * numbers are, in this order,
 *
 *   [11|11] [11|12] [11|22] [11|23] [12|11] [12|12] [12|13] [12|33] [12|34],
 *
 * with [12|21] = [12|12] and [12|31] = [12|13]: only the averages of these pairs act on symmetric matrices.
 */
import { Matrix } from "ml-matrix";

export type Coefficients = readonly number[];

export function tensorEntry(t: Coefficients, k: number, l: number, i: number, j: number): number {
  const different = new Set([k, l, i, j]).size;
  if (k === l && i === j) return different === 1 ? t[0]! : t[2]!;
  if (k === l) return different === 2 ? t[1]! : t[3]!;
  if (i === j) return different === 2 ? t[4]! : t[7]!;
  return t[different === 2 ? 5 : different === 3 ? 6 : 8]!;
}

/** T{M}_kl = sum over i, j of [kl|ij] M_ij. */
export function applyTensor(t: Coefficients, matrix: Matrix): Matrix {
  const size = matrix.rows;
  const image = Matrix.zeros(size, size);
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      let sum = 0;
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) sum += tensorEntry(t, k, l, i, j) * matrix.get(i, j);
      }
      image.set(k, l, sum);
    }
  }
  return image;
}

/** An orthonormal basis of the symmetric matrices: E_ii and (E_ij + E_ji)/sqrt 2. */
export function symmetricUnits(size: number): Matrix[] {
  const units: Matrix[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i; j < size; j++) {
      const unit = Matrix.zeros(size, size);
      unit.set(i, j, i === j ? 1 : Math.SQRT1_2);
      unit.set(j, i, i === j ? 1 : Math.SQRT1_2);
      units.push(unit);
    }
  }
  return units;
}

/** The matrix of a linear map of symmetric matrices, B(B+1)/2 x B(B+1)/2, in that basis. */
export function denseOnSymmetric(size: number, map: (matrix: Matrix) => Matrix): Matrix {
  const units = symmetricUnits(size);
  const images = units.map(map);
  return new Matrix(units.map((unit) => images.map((image) => Matrix.mul(unit, image).sum())));
}
