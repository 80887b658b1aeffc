/**
 * Phase one of the simplex method in whole numbers: whether row i is a convex combination of the others, with a proof of either answer.
 * sum_j a_j [p_j - p_r, 1] + s = [p_i - p_r, 1] with a, s >= 0 and the sum of s as small as it gets. The inverse of the basis is kept as
 * adjugate and determinant (Edmonds' integer pivoting), so that every division is exact.
 */
export type ExactSimplex =
  /** Weights of the rows are numerators[j] / denominator, denominator > 0. */
  | { readonly kind: "combination"; readonly numerators: readonly bigint[]; readonly denominator: bigint }
  /** functional . p_i > functional . p_j for all j. */
  | { readonly kind: "functional"; readonly functional: readonly bigint[] };

/** Steps by the largest gain; then by the smallest index (Bland), which cannot cycle. */
const GREEDY = 400;
const MOST_STEPS = 4000;

/** Null where 4000 steps do not end it: not met so far. At least two rows. */
export function exactSimplex(rows: readonly (readonly bigint[])[], i: number): ExactSimplex | null {
  const reference = rows[i === 0 ? 1 : 0]!;
  const size = reference.length;
  const signs = reference.map((value, k) => (rows[i]![k]! < value ? -1n : 1n));
  const columns = rows.map((row) => [...row.map((value, k) => signs[k]! * (value - reference[k]!)), 1n]);
  // adjugate, with the right side as last entry of each row
  const target = columns[i]!;
  const table = target.map((value, r) => [...target.map((_, k) => (k === r ? 1n : 0n)), value]);
  const basis = new Array<number>(size + 1).fill(-1);
  let determinant = 1n;
  for (let step = 0; step < MOST_STEPS; step++) {
    const dual = artificialSum(table, basis);
    if (dual[size + 1] === 0n) return combinationOf(table, basis, determinant, rows.length);
    const entering = enteringColumn(columns, dual, i, step >= GREEDY);
    if (entering < 0) return { kind: "functional", functional: signs.map((sign, k) => sign * dual[k]!) };
    const direction = table.map((row) => product(row, columns[entering]!));
    const leaving = leavingRow(table, direction, basis);
    if (leaving < 0) return null;
    pivot(table, direction, leaving, determinant);
    determinant = direction[leaving]!;
    basis[leaving] = entering;
  }
  return null;
}

function artificialSum(table: readonly (readonly bigint[])[], basis: readonly number[]): bigint[] {
  const sum = table[0]!.map(() => 0n);
  for (const [r, row] of table.entries()) if (basis[r]! < 0) for (const [k, value] of row.entries()) sum[k]! += value;
  return sum;
}

function enteringColumn(
  columns: readonly (readonly bigint[])[],
  dual: readonly bigint[],
  i: number,
  first: boolean,
): number {
  let [best, gain] = [-1, 0n];
  for (const [j, column] of columns.entries()) {
    if (j === i) continue;
    const value = product(dual, column);
    if (value > gain) {
      if (first) return j;
      [best, gain] = [j, value];
    }
  }
  return best;
}

/** The smallest ratio of value and direction; of equal ones the smallest index, artificials before all. */
function leavingRow(
  table: readonly (readonly bigint[])[],
  direction: readonly bigint[],
  basis: readonly number[],
): number {
  const last = direction.length;
  let leaving = -1;
  for (const [r, factor] of direction.entries()) {
    if (factor <= 0n) continue;
    if (leaving < 0) leaving = r;
    else {
      const [own, least] = [table[r]![last]! * direction[leaving]!, table[leaving]![last]! * factor];
      if (own < least || (own === least && basis[r]! < basis[leaving]!)) leaving = r;
    }
  }
  return leaving;
}

function pivot(table: bigint[][], direction: readonly bigint[], leaving: number, determinant: bigint): void {
  const own = table[leaving]!;
  const head = direction[leaving]!;
  for (const [r, row] of table.entries()) {
    if (r === leaving) continue;
    const factor = direction[r]!;
    for (let k = 0; k < row.length; k++) row[k] = (head * row[k]! - factor * own[k]!) / determinant;
  }
}

function combinationOf(
  table: readonly (readonly bigint[])[],
  basis: readonly number[],
  denominator: bigint,
  count: number,
): ExactSimplex {
  const numerators = new Array<bigint>(count).fill(0n);
  for (const [r, j] of basis.entries()) if (j >= 0) numerators[j] = table[r]!.at(-1)!;
  return { kind: "combination", numerators, denominator };
}

/** Of the first entries of `row`, as many as `column` has. */
function product(row: readonly bigint[], column: readonly bigint[]): bigint {
  let sum = 0n;
  for (let k = 0; k < column.length; k++) sum += row[k]! * column[k]!;
  return sum;
}
