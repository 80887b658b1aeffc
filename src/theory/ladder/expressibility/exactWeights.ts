import { type ExactMatrix, nearest } from "../../../symbolic/exactMatrix.js";

/**
 * Weights of the rows `used` with sum_j a_j (p_j - p_i) = 0 and sum_j a_j = 1, from integers by Bareiss' elimination.
 * Null where there are none, or one is negative. One for each row, as doubles, each rounded once.
 */
export function exactWeights(
  { integers }: Pick<ExactMatrix, "integers">,
  i: number,
  used: readonly number[],
): readonly number[] | null {
  if (used.length === 0) return null;
  const equations = integers[i]!.map((own, k) => [...used.map((j) => integers[j]![k]! - own), 0n]);
  const solution = solveIntegers([[...used.map(() => 1n), 1n], ...equations], used.length);
  if (solution === null) return null;
  const { numerators, denominator } = solution;
  if (numerators.some((value) => (denominator > 0n ? value < 0n : value > 0n))) return null;
  const weights = integers.map(() => 0);
  for (const [at, j] of used.entries()) {
    weights[j] = denominator > 0n ? nearest(numerators[at]!, denominator) : nearest(-numerators[at]!, -denominator);
  }
  return weights;
}

/**
 * The solution of a consistent system with `unknowns` unknowns, right sides last, as numerators over one denominator; free unknowns are 0. Null for a
 * contradiction.
 */
function solveIntegers(
  rows: bigint[][],
  unknowns: number,
): { readonly numerators: readonly bigint[]; readonly denominator: bigint } | null {
  let divisor = 1n;
  const pivots: number[] = [];
  for (let column = 0; column <= unknowns; column++) {
    const at = rows.findIndex((row, r) => r >= pivots.length && row[column] !== 0n);
    if (at < 0) continue;
    if (column === unknowns) return null;
    const rank = pivots.length;
    const pivotRow = rows[at]!;
    [rows[at], rows[rank]] = [rows[rank]!, pivotRow];
    const pivot = pivotRow[column]!;
    // fraction-free and two-sided: every other row loses the column, the pivot rows keep one common pivot
    for (const [r, row] of rows.entries()) {
      if (r === rank) continue;
      const factor = row[column]!;
      for (let k = 0; k <= unknowns; k++) row[k] = (pivot * row[k]! - factor * pivotRow[k]!) / divisor;
    }
    divisor = pivot;
    pivots.push(column);
  }
  const numerators = new Array<bigint>(unknowns).fill(0n);
  for (const [r, column] of pivots.entries()) numerators[column] = rows[r]![unknowns]!;
  return { numerators, denominator: divisor };
}
