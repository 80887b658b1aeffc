import { Matrix as DenseMatrix, SingularValueDecomposition } from "ml-matrix";
import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { numericRank } from "../../../numeric/linearAlgebra/singularValues.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, list, matrix } from "../../../numeric/shape.js";
import { vectors } from "../shapes.js";
import { kroneckerVector } from "./kronecker.js";

export interface DisentanglingCoefficients {
  /** c_alpha of each parent; those of least norm. */
  readonly coefficients: Vector;
  /** What the sum should be: p_1 x .. (-1, 1) .. x p_s, the only disentangled tensor with sum 0, up to a factor. */
  readonly target: Vector;
  /** |sum_alpha c_alpha (v+ - v-) - target| / |target|, Euclidean: 0 when the differences span the target. */
  readonly residual: number;
  /** Of the differences: 2^s - 1 at most, and then every target is reached. */
  readonly rank: number;
}

/**
 * Whether several parents can make the gradient of a binary factor disentangled again: c_alpha with sum_alpha c_alpha (v+_alpha - v-_alpha) = p_1 x .. (-1, 1) .. x p_s,
 * by least squares. v-_alpha = P(beta[S]|alpha[1] = 0) and v+_alpha = P(beta[S]|alpha[1] = 1) are the rows of parent alpha's table.
 *
 * Differences of rank below 2^s - 1 need not reach the target: no error, `rank` and `residual` say so, and c is the shortest of the best.
 * tables: one a parent, 2 x 2^s, rows that sum to 1; marginals: P(beta[k]) of the s factors, two numbers each; bit: the factor, 0 to s - 1.
 * Source: eq. (105) of the ladder paper, where v- and v+ are printed as columns of the table; they are its rows. s up to 10. @throws TheoryError "domain".
 */
export function disentanglingCoefficients(
  tables: readonly Matrix[],
  marginals: readonly Vector[],
  bit: number,
): DisentanglingCoefficients {
  assertShapes({ tables: list(matrix), marginals: vectors }, { tables, marginals });
  if (marginals.length > 10)
    throw domainError("marginals.length", marginals.length, "at most 10", "Pass fewer factors.");
  assertInteger("bit", bit, 0, marginals.length - 1);
  for (const [k, p] of marginals.entries()) {
    assertProbabilities(`marginals[${k}]`, p);
    if (p.length !== 2) throw domainError(`marginals[${k}].length`, p.length, "2", "The factors are binary.");
  }
  if (tables.length === 0) throw domainError("tables", "[]", "at least one parent", "Pass the tables of the parents.");
  const differences = tables.map((table, a) => {
    assertMatrix(`tables[${a}]`, table, { rows: 2, columns: 2 ** marginals.length });
    for (const [z, row] of table.entries()) assertProbabilities(`tables[${a}][${z}]`, row);
    return table[1]!.map((value, k) => value - table[0]![k]!);
  });
  const target = kroneckerVector(marginals.map((p, k) => (k === bit ? [-1, 1] : p)));
  const coefficients = leastSquares(differences, target);
  const left = target.map((value, k) => differences.reduce((sum, d, a) => sum + coefficients[a]! * d[k]!, -value));
  return {
    coefficients,
    target,
    residual: Math.hypot(...left) / Math.hypot(...target),
    rank: numericRank(differences),
  };
}

/** The shortest c with |sum_a c_a d_a - target| least; singular values below 1e-12 of the largest count as none. */
function leastSquares(differences: readonly Vector[], target: Vector): number[] {
  const columns = new DenseMatrix(target.map((_, k) => differences.map((d) => d[k]!)));
  const { leftSingularVectors, rightSingularVectors, diagonal } = new SingularValueDecomposition(columns, {
    autoTranspose: true,
  });
  const largest = Math.max(...diagonal.map(Math.abs));
  const solution = differences.map(() => 0);
  for (const [r, value] of diagonal.entries()) {
    if (!(Math.abs(value) > 1e-12 * largest)) continue;
    const along = target.reduce((sum, t, k) => sum + t * leftSingularVectors.get(k, r), 0) / value;
    for (const [a] of solution.entries()) solution[a]! += along * rightSingularVectors.get(a, r);
  }
  return solution;
}
