import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { assertShapes, fromZero, matrix, optionsOf } from "../../../numeric/shape.js";

export interface LinearLoss {
  /** min_W ||M W - I||_F^2 = m - rank M. */
  readonly loss: number;
  readonly rank: number;
  /** The smallest singular value that counts over the largest that does not (Infinity where that is 0 or missing): near 1 the rank is a guess. */
  readonly gap: number;
  /** min(m, n) of them, descending. */
  readonly singularValues: readonly number[];
}

/**
 * What a linear layer loses at best: the squared distance of M W from the identity, M m x n (up to 512 rows and columns), over all W n x m. It is m - rank M: the
 * columns of M W stay in those of M, and their projection leaves m - rank M of the m units.
 *
 * A singular value counts when it exceeds relativeTolerance (default 1e-10) of the largest. Source: Theorem 6 of the ladder paper by Eckart, Young and
 * Mirsky, where the bound is printed as an O, which is an upper bound.
 * @throws TheoryError "domain".
 */
export function minimalLinearLoss(M: Matrix, options: { readonly relativeTolerance?: number } = {}): LinearLoss {
  assertShapes({ M: matrix, options: optionsOf({ relativeTolerance: fromZero }) }, { M, options });
  const { relativeTolerance = 1e-10 } = options;
  assertMatrix("M", M);
  if (M.length > 512 || M[0]!.length > 512) {
    throw domainError(
      "M",
      `${M.length} x ${M[0]!.length} numbers`,
      "at most 512 rows and columns",
      "Pass fewer events.",
    );
  }
  if (!(relativeTolerance >= 0 && relativeTolerance < 1)) {
    throw domainError("relativeTolerance", relativeTolerance, "a number from 0 to below 1", "Leave it at 1e-10.");
  }
  const values = singularValues(M);
  const rank = values.filter((value) => value > relativeTolerance * values[0]!).length;
  const [kept, dropped] = [values[rank - 1] ?? 0, values[rank] ?? 0];
  return {
    loss: M.length - rank,
    rank,
    gap: dropped === 0 ? Number.POSITIVE_INFINITY : kept / dropped,
    singularValues: values,
  };
}
