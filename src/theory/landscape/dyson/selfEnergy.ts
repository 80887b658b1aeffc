import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";

/** re + i im, n x n. */
export interface ComplexMatrix {
  readonly re: Matrix;
  readonly im: Matrix;
}

/** A complex matrix, row after row, or the diagonal of one. */
export interface Packed {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * A self-energy S, the covariance of a random matrix H = A + W as a linear map: S[R] = E[W R W], or its limit for large matrices.
 * S maps positive semidefinite matrices to such, and <X, S[Y]> = <S[X], Y> for <X, Y> = sum_ij w_i conj(X_ij) Y_ij.
 * Made by scalarSelfEnergy, profileSelfEnergy, literalSelfEnergy, kroneckerSelfEnergy, separableSelfEnergy, chiralSelfEnergy,
 * or from any function by selfEnergy; frozen.
 */
export interface SelfEnergy {
  /** The builder's word for it, for messages. */
  readonly name: string;
  /** "diagonal": solutions are diagonal, and R is only its diagonal; each entry may stand for a block of equal ones. */
  readonly structure: "diagonal" | "matrix";
  /** S[R] = norm <R> I, as scalarSelfEnergy makes it: edges have a closed form. */
  readonly isScalar: boolean;
  /** n: rows of R. */
  readonly size: number;
  /** w of the normalised trace <R> = sum w_i R_ii; they sum to 1. 1/n each for a matrix. */
  readonly weights: Vector;
  /** ||S[I]||, the largest eigenvalue, which is the norm of S on Hermitian matrices. */
  readonly norm: number;
  /** True when S[R^T] = S[R]^T and S maps real matrices to real ones: then a real symmetric A has symmetric solutions. */
  readonly real: boolean;
  /** Numbers, n or n^2 of each: writes S[R] to `out`, another place than R. The arguments are not checked. */
  readonly apply: (R: Packed, out: Packed) => void;
}
