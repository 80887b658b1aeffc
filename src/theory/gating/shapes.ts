/** The shapes of what this area's functions are given, and what they refuse. */
import { domainError } from "../../numeric/domain.js";
import type { Matrix } from "../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../numeric/linearAlgebra/matrixChecks.js";
import { madeBy, type Shape } from "../../numeric/shape.js";

export const gatedShape: Shape = madeBy("gatedNetwork", "model", "W", "U", "widths", "atZero");

export const MOST_POINTS = 4096;

/** Throws TheoryError unless these are rows of `columns` numbers, `most` at most. */
export function assertPoints(parameter: string, points: Matrix, columns: number, most = MOST_POINTS): void {
  assertMatrix(parameter, points, { columns });
  if (points.length <= most) return;
  throw domainError(parameter, `${points.length} points`, `at most ${most} points`, "Take fewer of them.");
}

/** Throws TheoryError unless this is a list of `length` numbers; typed arrays are lists here. */
export const assertPoint = (parameter: string, x: readonly number[], length: number): void =>
  assertNumbers(parameter, ArrayBuffer.isView(x) ? Array.from(x) : x, length);
