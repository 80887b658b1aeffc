/** The shapes of what this area's functions are given, and what they refuse. */
import { assertInteger, domainError } from "../../numeric/domain.js";
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

/** One neuron of each hidden layer, from 0 up. Throws TheoryError where there is no such path through layers of these widths. */
export function assertPath(path: readonly number[], widths: readonly number[]): void {
  assertNumbers("path", path, widths.length);
  for (const [l, width] of widths.entries()) assertInteger(`path[${l}]`, path[l], 0, width - 1);
}

const MOST_NEURONS = 512;

/** Throws TheoryError unless layers of these widths are few enough for the regions between the boundaries of all their neurons. */
export function assertFewNeurons(parameter: string, widths: readonly number[]): void {
  const neurons = widths.reduce((sum, width) => sum + width, 0);
  if (neurons <= MOST_NEURONS) return;
  throw domainError(parameter, `${neurons} neurons`, `at most ${MOST_NEURONS} hidden neurons`, "Use fewer.");
}

/** Throws TheoryError unless low < high. */
export function assertEnds(parameter: string, [low, high]: readonly [number, number]): void {
  if (low < high) return;
  throw domainError(parameter, `[${low},${high}]`, "[low, high] with low < high", "Exchange its ends.");
}

/** Throws TheoryError unless this is a list of `length` numbers; typed arrays are lists here. */
export const assertPoint = (parameter: string, x: readonly number[], length: number): void =>
  assertNumbers(parameter, ArrayBuffer.isView(x) ? Array.from(x) : x, length);
