import { dot } from "../../../numeric/linearAlgebra/vectors.js";

/**
 * The Euclidean distance of row i from the convex hull of the other rows, by projected steps on the simplex's active sets: Wolfe's algorithm for the point of
 * least norm (Math. Programming 11 (1976) 128-149). It shares nothing with linear programs.
 */
export function hullDistance(P: readonly (readonly number[])[], i: number): number {
  const points = P.filter((_, j) => j !== i).map((row) => row.map((x, k) => x - P[i]![k]!));
  if (points.length === 0) return Infinity;
  let active = [points.reduce((best, p, j) => (dot(p, p) < dot(points[best]!, points[best]!) ? j : best), 0)];
  let weights = [1];
  for (let round = 0; round < 1000; round++) {
    const x = combine(points, active, weights);
    const nearest = points.reduce((best, p, j) => (dot(p, x) < dot(points[best]!, x) ? j : best), 0);
    if (active.includes(nearest) || dot(points[nearest]!, x) > dot(x, x) - 1e-12) return Math.sqrt(dot(x, x));
    active = [...active, nearest];
    weights = [...weights, 0];
    for (;;) {
      const affine = affineMinimiser(active.map((j) => points[j]!));
      if (affine === null || affine.every((w) => w > 1e-12)) {
        if (affine !== null) weights = affine;
        break;
      }
      const step = Math.min(...weights.map((w, j) => (affine[j]! <= 1e-12 ? w / (w - affine[j]!) : 1)));
      weights = weights.map((w, j) => w + step * (affine[j]! - w));
      const kept = weights.flatMap((w, j) => (w > 1e-12 ? [j] : []));
      active = kept.map((j) => active[j]!);
      weights = kept.map((j) => weights[j]!);
    }
  }
  throw new Error("no minimum-norm point");
}

const combine = (points: readonly (readonly number[])[], active: readonly number[], weights: readonly number[]) =>
  points[0]!.map((_, k) => active.reduce((sum, j, r) => sum + weights[r]! * points[j]![k]!, 0));

/** Weights of sum 1 with the least norm of the combination: Gauss on the bordered Gram matrix. */
function affineMinimiser(points: readonly (readonly number[])[]): number[] | null {
  const n = points.length;
  const rows = Array.from({ length: n + 1 }, (_, r) =>
    Array.from({ length: n + 2 }, (__, c) => {
      if (c === n + 1) return Number(r === n);
      if (r === n || c === n) return Number(r !== c);
      return points[r]!.reduce((sum, x, k) => sum + x * points[c]![k]!, 0);
    }),
  );
  for (let c = 0; c <= n; c++) {
    let at = c;
    for (let r = c; r <= n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[at]![c]!)) at = r;
    if (Math.abs(rows[at]![c]!) < 1e-12) return null;
    [rows[c], rows[at]] = [rows[at]!, rows[c]!];
    for (let r = 0; r <= n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n + 1; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  return Array.from({ length: n }, (_, r) => rows[r]![n + 1]! / rows[r]![r]!);
}
