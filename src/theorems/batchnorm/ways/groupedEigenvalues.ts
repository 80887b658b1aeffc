import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { helmert } from "./helmert.js";

export interface EigenvalueGroup {
  readonly value: number;
  readonly multiplicity: number;
  /** Largest minus smallest member: zero but for quadrature and rounding. */
  readonly width: number;
}

/**
 * Eigenvalues of an operator on the symmetric matrices of the hyperplane (dimension B(B-1)/2), largest first, grouped
 * when closer than `tolerance`. The restriction of an S_B-equivariant operator is symmetric; a larger asymmetry throws.
 */
export function groupedEigenvalues(operator: Matrix, batch: number, tolerance: number): EigenvalueGroup[] {
  const basis = symmetricBasis(batch);
  const restricted = basis.transpose().mmul(operator).mmul(basis);
  const asymmetry = Matrix.sub(restricted, restricted.transpose()).abs().max();
  if (!(asymmetry <= tolerance)) throw new RangeError(`restricted operator is not symmetric: ${asymmetry}`);
  const decomposition = new EigenvalueDecomposition(restricted, { assumeSymmetric: true });
  const values = [...decomposition.realEigenvalues].sort((a, b) => b - a);
  const groups: number[][] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last !== undefined && last[last.length - 1]! - value <= tolerance) last.push(value);
    else groups.push([value]);
  }
  return groups.map((members) => ({
    value: members.reduce((sum, value) => sum + value, 0) / members.length,
    multiplicity: members.length,
    width: members[0]! - members[members.length - 1]!,
  }));
}

/** Columns: an orthonormal basis of vec of the symmetric matrices with zero row sums, in R^(B^2). */
function symmetricBasis(batch: number): Matrix {
  const frame = helmert(batch);
  const columns: number[][] = [];
  for (let a = 0; a < batch - 1; a++) {
    for (let b = a; b < batch - 1; b++) {
      const column = new Array<number>(batch * batch);
      for (let i = 0; i < batch; i++) {
        for (let j = 0; j < batch; j++) {
          const ab = frame[a * batch + i]! * frame[b * batch + j]!;
          const ba = frame[b * batch + i]! * frame[a * batch + j]!;
          column[i * batch + j] = a === b ? ab : (ab + ba) / Math.SQRT2;
        }
      }
      columns.push(column);
    }
  }
  return new Matrix(columns).transpose();
}
