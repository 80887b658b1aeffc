import { symmetricEigenvalues } from "../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { assertShapes, having, record, type Shape, vector } from "../../numeric/shape.js";
import type { SymmetricMatrix } from "./symmetricMatrix.js";

/** Eigenvalues, ascending: Householder and QL; a second for N = 900. @throws TheoryError "domain" for another kind of matrix. */
export function spectrumOf(matrix: SymmetricMatrix): Float64Array {
  assertShapes({ matrix: sampled }, { matrix });
  return symmetricEigenvalues(matrix.entries, matrix.size);
}

const isWhole = (value: unknown): boolean => {
  const { entries, size } = value as SymmetricMatrix;
  return entries instanceof Float64Array && size >= 1 && entries.length === size * size;
};
const sampled: Shape = (parameter, value) => {
  record({ entries: vector })(parameter, value);
  having("size x size numbers in a Float64Array", isWhole)(parameter, value);
};
