/**
 * Least squares in the space of a kernel, K = V diag(lambda) V^T: coefficients a = sum over lambda_k > 0 of v_k (v_k.y)/(lambda_k + ridge), fitted K a,
 * predictions K(x, .) a. With the overlap kernel it is the best model whose experts are constants, chosen one by one, under the same gates
 * (section 3.2); with a tangent kernel the linearised network's. ridge = 0: the interpolant of least norm, or the least-squares fit where K is singular.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";
import { largestEntry, type Matrix as Rows } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, fromZero, matrix, optional, optionsOf, withoutOverflow } from "../../../numeric/shape.js";

const MOST_SIZE = 1200;
/** Eigenvalues below this part of the largest, times n, are zero. */
const ROUNDING = 2 ** -50;

export interface KernelRegression {
  /** n x p. */
  readonly coefficients: number[][];
  /** n x p, at the points of the kernel. */
  readonly fitted: number[][];
  /** m x p, at those of `cross`; [] without it. */
  readonly predictions: number[][];
  /** Number of eigenvalues above n 2^-50 of the largest. */
  readonly rank: number;
  /** sum lambda/(lambda + ridge) over them, the trace of targets -> fitted. */
  readonly degreesOfFreedom: number;
}

export interface RegressionOptions {
  /** Added to every eigenvalue, >= 0, in units of the kernel; default 0. */
  readonly ridge?: number;
  /** m x n: the kernel between points to predict and the n of the kernel. */
  readonly cross?: Rows;
}

/**
 * Kernel regression of n x p targets, n at most 1200; O(n^3), about 0.26 s at n = 400.
 * @throws TheoryError "domain" unless the kernel is symmetric and positive semi-definite up to rounding, and for sizes that do not fit.
 */
export function kernelRegression(kernel: Rows, targets: Rows, options: RegressionOptions = {}): KernelRegression {
  const shapes = { kernel: matrix, targets: matrix, options: optionsOf({ ridge: fromZero, cross: optional(matrix) }) };
  assertShapes(shapes, { kernel, targets, options });
  const { ridge = 0, cross } = options;
  const n = kernel.length;
  if (n > MOST_SIZE) throw domainError("kernel", `${n} rows`, `at most ${MOST_SIZE}`, "Take fewer points.");
  assertSymmetric(kernel);
  assertMatrix("targets", targets, { rows: n });
  if (cross) assertMatrix("cross", cross, { columns: n });
  const { realEigenvalues: lambdas, eigenvectorMatrix } = new EigenvalueDecomposition(
    new Matrix(kernel as number[][]),
    {
      assumeSymmetric: true,
    },
  );
  const top = Math.max(...lambdas.map(Math.abs));
  if (Math.min(...lambdas) < -1e-8 * top) {
    throw domainError("kernel", "a negative eigenvalue", "a positive semi-definite matrix", "Pass a kernel.");
  }
  const kept = lambdas.map((lambda) => (lambda > n * ROUNDING * top ? lambda : 0));
  const shares = new Matrix(n, targets[0].length);
  const projected = eigenvectorMatrix.transpose().mmul(new Matrix(targets as number[][]));
  for (const [k, lambda] of kept.entries()) {
    for (let c = 0; c < targets[0].length; c++) {
      shares.set(k, c, lambda > 0 ? projected.get(k, c) / (lambda + ridge) : 0);
    }
  }
  const coefficients = eigenvectorMatrix.mmul(shares);
  const scaled = shares.clone();
  for (const [k, lambda] of kept.entries()) scaled.mulRow(k, lambda);
  const result = {
    coefficients: coefficients.to2DArray(),
    fitted: eigenvectorMatrix.mmul(scaled).to2DArray(),
    predictions: cross ? new Matrix(cross as number[][]).mmul(coefficients).to2DArray() : [],
    rank: kept.filter((lambda) => lambda > 0).length,
    degreesOfFreedom: kept.reduce((sum, lambda) => sum + (lambda > 0 ? lambda / (lambda + ridge) : 0), 0),
  };
  withoutOverflow("targets", result.coefficients, result.fitted, result.predictions);
  return result;
}

function assertSymmetric(kernel: Rows): void {
  assertMatrix("kernel", kernel, { columns: kernel.length });
  const top = largestEntry(kernel);
  for (const [i, row] of kernel.entries()) {
    const j = row.findIndex((entry, column) => Math.abs(entry - kernel[column][i]) > 1e-9 * top);
    if (j >= 0) throw domainError(`kernel[${i}][${j}]`, row[j], `kernel[${j}][${i}], to 1e-9`, "Pass a kernel.");
  }
}
