import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { preactivation } from "../network/preactivation.js";
import type { Ball } from "../regions/polytope.js";

/** A point of the (d-1)-ball in the boundary of `row`, uniform in it: the section of a ball that is centred on the boundary. */
function pointIn({ centre, radius }: Ball, row: readonly number[], stream: GaussianStream): number[] {
  const d = centre.length;
  if (d === 1) return [...centre];
  const weights = row.slice(0, d);
  const square = dot(weights, weights);
  const free = Array.from({ length: d }, () => stream.next());
  const along = dot(free, weights) / square;
  const direction = free.map((entry, i) => entry - along * weights[i]!);
  const scale = (radius * stream.uniform() ** (1 / (d - 1))) / (norm(direction) || 1);
  return centre.map((entry, i) => entry + scale * direction[i]!);
}

/**
 * The point x_j of Lemma 5 (2) of Tian 2020: on the boundary of node j, inside a ball that is centred on it, as far as possible from the boundaries of all other nodes; the best
 * of `tries` random points (default 400). `clearance` is the smallest |w~_j'.x + b_j'|/|w~_j'| over the others: a lower bound of the best.
 */
export function clearPoint(
  rows: Matrix,
  j: number,
  ball: Ball,
  { seed, tries = 400 }: { readonly seed: number; readonly tries?: number },
): { readonly point: readonly number[]; readonly clearance: number } {
  const stream = new GaussianStream({ seed, sample: 0, draw: 0 });
  const others = rows.filter((_, i) => i !== j);
  let best = { point: ball.centre, clearance: Number.NEGATIVE_INFINITY };
  for (let k = 0; k < tries; k++) {
    const point = k === 0 ? ball.centre : pointIn(ball, rows[j]!, stream);
    const distances = others.map((row) => Math.abs(preactivation(row, point)) / norm(row.slice(0, point.length)));
    const clearance = distances.reduce((least, distance) => Math.min(least, distance), Number.POSITIVE_INFINITY);
    if (clearance > best.clearance) best = { point, clearance };
  }
  return best;
}
