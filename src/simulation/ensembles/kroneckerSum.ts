import { assertSymmetric } from "../../numeric/linearAlgebra/matrixChecks.js";
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { anyMatrix, assertShapes, list } from "../../numeric/shape.js";
import { type SymmetricMatrix, symmetricMatrix } from "./symmetricMatrix.js";
import { assertSize } from "./validSizes.js";
import { goe } from "./wigner.js";

type Rows = readonly (readonly number[])[];

/**
 * A_0 (x) I + sum_k A_k (x) X_k for independent n x n matrices X_k of the Gaussian orthogonal ensemble and symmetric d x d matrices A_0, A_1, ..:
 * d n x d n, with the entries of the d^2 blocks correlated.
 *
 * @throws TheoryError "domain" for coefficients that are not symmetric or not of one size, and for n.
 */
export function kroneckerSum(
  mean: Rows,
  coefficients: readonly Rows[],
  n: number,
  stream: GaussianStream,
): SymmetricMatrix {
  assertShapes({ mean: anyMatrix, coefficients: list(anyMatrix) }, { mean, coefficients });
  const d = mean.length;
  assertSymmetric("mean", mean, d);
  for (const [k, coefficient] of coefficients.entries()) assertSymmetric(`coefficients[${k}]`, coefficient, d);
  assertSize("n", n);
  assertSize("size", d * n);
  const samples = coefficients.map(() => goe(n, stream).entries);
  return symmetricMatrix(d * n, (row, column) => {
    const [i, a, j, b] = [Math.floor(row / n), row % n, Math.floor(column / n), column % n];
    const constant = a === b ? mean[i]![j]! : 0;
    return samples.reduce((sum, entries, k) => sum + coefficients[k]![i]![j]! * entries[a * n + b]!, constant);
  });
}
