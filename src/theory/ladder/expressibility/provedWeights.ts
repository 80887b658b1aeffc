/**
 * Positive solutions that doubles can prove. B a = b with a square B, an approximate inverse R and approximate weights: with |I - R B| <= q < 1
 * in the largest row sum B is regular and |a - weights| <= |R (b - B weights)| / (1 - q) (Krawczyk, Rump). All roundings are bounded: gamma of
 * sums of n + 1 products, and one rounding more of each entry of B and b, which are differences of rounded numbers up to 1.
 */

const UNIT = 2 ** -53;
/** Weights nearer to 0 are left to integers. */
const LEAST = 1e-9;

/** One for each column, 0 off the basis; null where some artificial is left (-1), or a weight is not proved to be positive. */
export function provedWeights(
  columns: readonly Float64Array[],
  basis: readonly number[],
  inverse: readonly Float64Array[],
  target: Float64Array,
): readonly number[] | null {
  const n = basis.length;
  if (basis.some((j) => j < 0)) return null;
  const used = basis.map((j) => columns[j]!);
  const largest = (rows: readonly Float64Array[]) =>
    Math.max(...rows.map((row) => row.reduce((sum, value) => sum + Math.abs(value), 0)));
  const size = largest(inverse);
  // entries of B and b are wrong by four units of roundoff at most; a row of B holds n of them, up to 2 each
  const gamma = (2 * n + 8) * UNIT;
  const q = distanceFromIdentity(inverse, used) + 2 * n * size * gamma;
  if (!(q < 0.5)) return null;
  const start = inverse.map((row) => product(row, target));
  const step = residualOf(used, start, target);
  const weights = inverse.map((row, r) => start[r]! + product(row, step));
  const left = residualOf(used, weights, target).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const total = weights.reduce((sum, value) => sum + Math.abs(value), 0);
  const error = (2 * size * (left + 2 * gamma * (total + 1))) / (1 - q);
  if (!(error < LEAST) || weights.some((value) => !(value > 2 * error))) return null;
  const spread = columns.map(() => 0);
  for (const [r, j] of basis.entries()) spread[j] = weights[r]!;
  return spread;
}

/** |I - R B|, the largest row sum, as computed. */
function distanceFromIdentity(inverse: readonly Float64Array[], used: readonly Float64Array[]): number {
  let most = 0;
  for (const [r, row] of inverse.entries()) {
    let sum = 0;
    for (const [c, column] of used.entries()) sum += Math.abs(product(row, column) - Number(r === c));
    most = Math.max(most, sum);
  }
  return most;
}

function residualOf(used: readonly Float64Array[], weights: readonly number[], target: Float64Array): Float64Array {
  const left = target.slice();
  for (const [c, column] of used.entries()) for (let k = 0; k < left.length; k++) left[k]! -= column[k]! * weights[c]!;
  return left;
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
