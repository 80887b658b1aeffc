import { Matrix, SingularValueDecomposition } from "ml-matrix";

/** Slack that counts as none; the simplex method rounds its points to 1e-11. */
const active = 1e-10;
/** Above it the solver's rounding stays: a decomposition would take longer than the program. */
const largestSystem = 200;

/**
 * A vertex of A u <= b, u >= 0 to roundoff, from one that is rounded: the smallest move of its positive coordinates that meets the active rows with
 * equality. The given point where that does not make it better.
 */
export function polish(
  rows: readonly (readonly number[])[],
  limits: readonly number[],
  point: readonly number[],
): readonly number[] {
  const rest = (r: number, u: readonly number[]) => rows[r]!.reduce((sum, entry, k) => sum - entry * u[k]!, limits[r]!);
  const free = [...point.keys()].filter((k) => point[k]! > active);
  const binding = [...rows.keys()].filter(
    (r) => Math.abs(rest(r, point)) <= active && free.some((k) => rows[r]![k] !== 0),
  );
  if (free.length === 0 || binding.length === 0 || Math.max(free.length, binding.length) > largestSystem) return point;
  const system = new Matrix(binding.map((r) => free.map((k) => rows[r]![k]!)));
  const solver = new SingularValueDecomposition(system, { autoTranspose: true });
  let best = point;
  let missing = worst(binding, best, rest);
  for (let round = 0; round < 2; round++) {
    const move = solver.solve(Matrix.columnVector(binding.map((r) => rest(r, best)))).getColumn(0);
    const next = best.slice();
    for (const [i, k] of free.entries()) next[k] = next[k]! + move[i]!;
    const left = worst(binding, next, rest);
    if (!(left < missing) || next.some((value) => value < 0)) return best;
    [best, missing] = [next, left];
  }
  return best;
}

const worst = (
  binding: readonly number[],
  point: readonly number[],
  rest: (r: number, u: readonly number[]) => number,
): number => Math.max(...binding.map((r) => Math.abs(rest(r, point))));
