/** Kinks of functions across a hyperplane, from values of the functions alone. */
import { domainError } from "../../../numeric/domain.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import type { BiasedTwoLayer } from "../../../theory/alignment/criticalPoints/alignmentCoefficients.js";
import { clearPoint } from "../../../theory/alignment/noisyRecovery/clearPoint.js";

/** sum_k v_k relu(w~_k.x + b_k). */
export const outputOf = ({ W, V }: BiasedTwoLayer, x: readonly number[]): number[] =>
  V[0]!.map((_, c) =>
    W.reduce((sum, row, k) => {
      const h = x.reduce((total, entry, i) => total + entry * row[i]!, row[x.length]!);
      return h > 0 ? sum + V[k]![c]! * h : sum;
    }, 0),
  );

/** Foot of the origin on the hyperplane of a row. */
export function footOf(row: readonly number[]): number[] {
  const weights = row.slice(0, -1);
  const square = dot(weights, weights);
  return weights.map((w) => (-row.at(-1)! * w) / square);
}

/** Points nearer to a boundary than this lose digits in second differences. */
const NEAREST = 1e-3;

/**
 * A point on the boundary of `row`, within `radius` of its foot from the middle of the box, and how far it is from the boundaries of `others`.
 * Throws TheoryError where that is nearer than 1e-3.
 */
export function boundaryPoint(
  row: readonly number[],
  others: readonly (readonly number[])[],
  seed: number,
  radius = 1,
): { readonly point: readonly number[]; readonly clearance: number } {
  const found = clearPoint([row, ...others], 0, { centre: footOf(row), radius }, { seed });
  if (found.clearance < NEAREST) {
    throw domainError("seed", seed, "boundaries with room between them", "Take another seed.");
  }
  return { point: found.point, clearance: Math.min(1, found.clearance) };
}

/**
 * [f(x + t n) + f(x - t n) - 2 f(x)] |w|/(t |w~|) across the boundary of `row` at its point x, n = w~/|w~|: the sum of v_k |w_k| over the nodes
 * with that boundary, as other nodes are affine there.
 */
export function kinkAt(
  f: (x: readonly number[]) => readonly number[],
  row: readonly number[],
  { point, clearance }: { readonly point: readonly number[]; readonly clearance: number },
): number[] {
  const weights = row.slice(0, -1);
  const step = clearance / 2;
  const normal = weights.map((w) => w / norm(weights));
  const moved = (by: number) => f(point.map((entry, i) => entry + by * normal[i]!));
  const [up, down, middle] = [moved(step), moved(-step), f(point)];
  const scale = norm(row) / (step * norm(weights));
  return middle.map((value, c) => (up[c]! + down[c]! - 2 * value) * scale);
}

/** Rows whose hyperplanes are the faces of the box [-1,1]^d. */
export const faces = (d: number): number[][] =>
  Array.from({ length: 2 * d }, (_, f) => [
    ...Array.from({ length: d }, (__, i) => (i === f >> 1 ? (f % 2 === 0 ? 1 : -1) : 0)),
    1,
  ]);
