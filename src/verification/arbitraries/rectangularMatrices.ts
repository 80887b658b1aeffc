/** Matrices with entries between two numbers, as rows. */
import { type Arbitrary, array, boolean, constantFrom, integer, oneof, tuple } from "fast-check";
import type { Matrix } from "./matrices.js";
import { effort, type RealRange, reals, simplerNumbers } from "./reals.js";
import { simplifiedBy } from "./simplifiedBy.js";
import { stochasticRows } from "./stochasticMatrices.js";

const list = <T>(length: number, of: Arbitrary<T>) => array(of, { minLength: length, maxLength: length });

/** A number of the range, moved to the nearer end where rounding left it. */
const inside = ({ min, max }: RealRange, x: number) => Math.min(Math.max(x, min), max);

/**
 * rows x columns matrices with entries from min to max: independent entries; entries that are ends, 0 or 1; some rows twice; rank below the size
 * (rows that are averages of a few); rows and columns of zeros where 0 is allowed. Shrinks entry by entry, to 0, 1, an end, short decimals.
 */
export function rectangularMatrices(rows: number, columns: number, range: RealRange): Arbitrary<Matrix> {
  const row = list(columns, reals(range));
  const general = list(rows, row);
  const nearest = inside(range, 0);
  const ends = [0, 1, range.min, range.max].filter(Number.isFinite);
  const corners = constantFrom(...new Set(ends.map((x) => inside(range, x))));
  const short = list(rows, list(columns, corners));
  const constant = corners.map((x) => new Array<readonly number[]>(rows).fill(new Array<number>(columns).fill(x)));
  const repeated = tuple(general, list(rows, integer({ min: 0, max: rows - 1 }))).map(([matrix, from]) =>
    from.map((i) => matrix[i]!),
  );
  const rank = Math.max(1, Math.min(rows, columns) - 1);
  const deficient = tuple(list(rank, row), list(rows, stochasticRows(rank))).map(([basis, weights]) =>
    weights.map((weight) =>
      basis[0]!.map((_, j) =>
        inside(
          range,
          weight.reduce((sum, w, k) => sum + w * basis[k]![j]!, 0),
        ),
      ),
    ),
  );
  const holes = tuple(general, list(rows, boolean()), list(columns, boolean())).map(([matrix, kept, keptColumns]) =>
    matrix.map((entries, i) => entries.map((x, j) => (kept[i]! && keptColumns[j]! ? x : nearest))),
  );
  const source = oneof(
    { weight: 6, arbitrary: general },
    { weight: 2, arbitrary: short },
    { weight: 2, arbitrary: repeated },
    { weight: 2, arbitrary: deficient },
    { weight: 1, arbitrary: holes },
    { weight: 1, arbitrary: constant },
  );
  return simplifiedBy<Matrix>(source, (matrix) => simplerMatrices(range, matrix));
}

const total = (matrix: Matrix) => matrix.reduce((sum, row) => sum + row.reduce((part, x) => part + effort(x), 0), 0);

function simplerMatrices(range: RealRange, matrix: Matrix): readonly Matrix[] {
  const simplest = (x: number) => simplerNumbers(range, x)[0] ?? x;
  const round = (x: number) => {
    const whole = inside(range, Math.round(x));
    return effort(whole) < effort(x) ? whole : x;
  };
  const all = [matrix.map((row) => row.map(simplest)), matrix.map((row) => row.map(round))];
  const byRow = matrix.map((_, r) => matrix.map((row, i) => (i === r ? row.map(simplest) : row)));
  const byEntry = matrix.flatMap((row, r) =>
    row.flatMap((x, c) =>
      simplerNumbers(range, x).map((y) =>
        matrix.map((other, i) => (i === r ? other.map((z, j) => (j === c ? y : z)) : other)),
      ),
    ),
  );
  const most = total(matrix);
  return [...all, ...byRow, ...byEntry].filter((candidate) => total(candidate) < most);
}
