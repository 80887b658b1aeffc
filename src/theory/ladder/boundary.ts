/** The gradient at the top of a ladder (Tian et al. 2019, Sec. 3.2, Eqn 7): row a has the event y = a, column j the node of class j. */
import { domainError } from "../../numeric/domain.js";
import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../numeric/linearAlgebra/matrixChecks.js";

/** G_omega = I - F_omega (Sec. 3.3), square. With F the softmax of the logits it is the negative gradient of the cross entropy. */
export function labelGradient(activation: Matrix): Matrix {
  assertSquare("activation", activation);
  return activation.map((row, a) => row.map((value, j) => (a === j ? 1 : 0) - value));
}

/**
 * By how much Eqn 7 holds: the least of g_j(y = j) and -g_j(y != j). Eqn 7 says that it is positive; for I - F it is so exactly where
 * the entries of F are positive off the diagonal and below 1 on it. One class: g_1(y = 1).
 */
export function boundaryMargin(gradient: Matrix): number {
  assertSquare("gradient", gradient);
  return gradient.reduce(
    (least, row, a) => row.reduce((low, value, j) => Math.min(low, a === j ? value : -value), least),
    Number.POSITIVE_INFINITY,
  );
}

/** Each row's exp(logit) over their sum; entries of any size. */
export function softmax(logits: Matrix): Matrix {
  return assertMatrix("logits", logits).map((row) => {
    const largest = Math.max(...row);
    const powers = row.map((logit) => Math.exp(logit - largest));
    const total = powers.reduce((sum, value) => sum + value, 0);
    return powers.map((value) => value / total);
  });
}

function assertSquare(parameter: string, matrix: Matrix): void {
  assertMatrix(parameter, matrix);
  if (matrix.length === matrix[0]!.length) return;
  const found = `a ${matrix.length} x ${matrix[0]!.length} matrix`;
  throw domainError(parameter, found, "as many rows as columns", "The top has one node for each class.");
}
