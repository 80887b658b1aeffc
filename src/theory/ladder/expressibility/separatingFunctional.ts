import { largestEntry } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { absolute } from "../../../symbolic/algebra/integers.js";
import { dyadic, type ExactMatrix, nearest } from "../../../symbolic/exactMatrix.js";
import { attempt } from "./attempt.js";

export interface SeparatingFunctional {
  /** w, with sum |w_k| = 1 up to rounding. */
  readonly functional: readonly number[];
  /** min_j w.(p_i - p_j) / sum |w_k|, exact but for one rounding: row i is at least so far from the hull of the others, in the largest entry. */
  readonly margin: number;
}

/** Digits of a functional: so many that nothing is lost which the program has found, so few that products stay short. */
const BITS = 50;

/**
 * The functional that separates row i best from the rows j != i: maximise t with w.(p_i - p_j) >= t, sum |w_k| <= 1. The program proposes w; its margin
 * is computed exactly. `differences` are the rows j minus row i.
 */
export function separatingFunctional(
  matrix: ExactMatrix,
  i: number,
  differences: readonly (readonly number[])[],
): SeparatingFunctional {
  const size = matrix.integers[0]!.length;
  const scale = largestEntry(differences);
  if (scale === 0) return { functional: new Array<number>(size).fill(0), margin: 0 };
  const constraints = differences.map((row) => ({
    coefficients: [...row.map((x) => x / scale), ...row.map((x) => -x / scale), 1],
    atMost: 0,
  }));
  const positive = { min: 0, max: Number.POSITIVE_INFINITY };
  const point = attempt({
    maximise: [...new Array<number>(2 * size).fill(0), 1],
    constraints: [...constraints, { coefficients: [...new Array<number>(2 * size).fill(1), 0], atMost: 1 }],
    bounds: [...new Array(2 * size).fill(positive), positive],
  });
  if (point === null) return { functional: new Array<number>(size).fill(0), margin: 0 };
  const functional = Array.from({ length: size }, (_, k) => point[k]! - point[size + k]!);
  return { functional, margin: exactMargin(matrix, i, functional) };
}

/**
 * A functional that is worth a look before any program is solved: row i minus the centre of the others. It separates most vertices of a few rows in many
 * dimensions, by less than the best one does.
 */
export function centralFunctional(
  matrix: ExactMatrix,
  i: number,
  differences: readonly (readonly number[])[],
): SeparatingFunctional {
  const sum = matrix.integers[0]!.map((_, k) => differences.reduce((total, row) => total - row[k]!, 0));
  const length = sum.reduce((total, value) => total + Math.abs(value), 0);
  const functional = length > 0 && length < Infinity ? sum.map((value) => value / length) : sum.map(() => 0);
  return { functional, margin: exactMargin(matrix, i, functional) };
}

/** min_j w.(p_i - p_j) / |w|_1 of w rounded to a multiple of 2^-50; 0 for w = 0. May be negative. */
function exactMargin({ integers, denominator }: ExactMatrix, i: number, functional: readonly number[]): number {
  const w = dyadic(functional, BITS);
  const length = w.reduce((sum, value) => sum + absolute(value), 0n);
  if (length === 0n) return 0;
  const values = integers.map((row) => row.reduce((sum, value, k) => sum + value * w[k]!, 0n));
  const others = values.filter((_, j) => j !== i);
  const largest = others.reduce((most, value) => (value > most ? value : most));
  return nearest(values[i]! - largest, denominator * length);
}
