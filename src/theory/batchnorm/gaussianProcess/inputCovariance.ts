import { Matrix } from "ml-matrix";
import { domainError } from "../../../numeric/domain.js";

/** Rows of equal length of finite numbers, as a Matrix. */
export function matrixOf(parameter: string, rows: readonly ArrayLike<number>[]): Matrix {
  const columns = rows.length === 0 ? 0 : rows[0].length;
  const bad = rows.findIndex((row) => row.length !== columns || !Array.prototype.every.call(row, Number.isFinite));
  if (columns === 0 || bad >= 0) {
    const value = columns === 0 ? "no numbers" : `row ${bad}`;
    throw domainError(parameter, value, "rows of finite numbers, all of one length", "Give one row a sample.");
  }
  return new Matrix(rows.map((row) => Array.from(row)));
}

/**
 * The covariance that a first layer of independent N(0, 1/d) weights gives to n points in d dimensions: <x_i, x_j>/d, n x n.
 * @throws TheoryError "domain" for rows of different lengths or numbers that are not finite.
 */
export function inputCovariance(points: readonly ArrayLike<number>[]): number[][] {
  const x = matrixOf("points", points);
  return x
    .mmul(x.transpose())
    .mul(1 / x.columns)
    .to2DArray();
}
