/**
 * E g(x), x ~ N(0, I) in the plane, of a function homogeneous of degree 2 that is a quadratic form between the lines through the origin
 * orthogonal to the given nodes: E r^2 = 2 times the mean over the angle, by Gauss-Legendre on every sector. No angle of two weights enters.
 */
import { dot, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { gaussLegendre } from "../../../numeric/quadrature/gaussLegendre.js";

export type PlanePoint = readonly [number, number];
type Rows = readonly (readonly number[])[];

const POINTS = 12;

export function planeMean(nodes: Rows, g: (x: PlanePoint) => readonly number[]): readonly number[] {
  const rule = gaussLegendre(POINTS);
  const walls = nodes
    .filter(([x, y]) => x !== 0 || y !== 0)
    .flatMap(([x, y]) => [Math.atan2(x, -y), Math.atan2(-x, y)])
    .sort((a, b) => a - b);
  const first = walls[0] ?? 0;
  const ends = [...(walls.length === 0 ? [0] : walls), first + 2 * Math.PI];
  let sums: number[] = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [middle, half] = [(ends[i] + ends[i + 1]) / 2, (ends[i + 1] - ends[i]) / 2];
    for (const [k, node] of rule.nodes.entries()) {
      const angle = middle + half * node;
      const values = g([Math.cos(angle), Math.sin(angle)]);
      if (sums.length === 0) sums = values.map(() => 0);
      for (const [c, value] of values.entries()) sums[c] += (half * rule.weights[k] * value) / Math.PI;
    }
  }
  return sums;
}

/** E[x z_k f_j] over N(0, I) in d dimensions, from the plane that the two weights span. */
export function momentInPlane(wk: readonly number[], wj: readonly number[]): readonly number[] {
  const { basis, a, b } = planeOf(wk, wj);
  const [along, across] = planeMean([a, b], (x) => {
    const weight = dot(a, x) > 0 ? Math.max(0, dot(b, x)) : 0;
    return [weight * x[0], weight * x[1]];
  });
  return basis[0].map((e, i) => along * e + across * basis[1][i]);
}

/** E[x x^T z_k z_j] over N(0, I) in d dimensions. */
export function gramInPlane(wk: readonly number[], wj: readonly number[]): Rows {
  const { basis, a, b } = planeOf(wk, wj);
  const both = (x: PlanePoint) => (dot(a, x) > 0 && dot(b, x) > 0 ? 1 : 0);
  const [p, q, s] = planeMean([a, b], (x) => [x[0] * x[0] * both(x), x[0] * x[1] * both(x), x[1] * x[1] * both(x)]);
  // off the plane a coordinate is independent of both gates
  const chance = (p + s) / 2;
  const [e, f] = basis;
  return e.map((_, i) =>
    e.map(
      (__, j) =>
        (i === j ? chance : 0) +
        (p - chance) * e[i] * e[j] +
        q * (e[i] * f[j] + f[i] * e[j]) +
        (s - chance) * f[i] * f[j],
    ),
  );
}

/** An orthonormal basis with w_k along its first vector, and both weights in it. A direction across is found where they are parallel. */
function planeOf(wk: readonly number[], wj: readonly number[]) {
  const e = unit(wk);
  const rest = (w: readonly number[]) => w.map((x, i) => x - dot(e, w) * e[i]);
  const axes = wk.map((_, i) => wk.map((__, j) => (i === j ? 1 : 0)));
  const candidates = [wj, ...axes].map(rest);
  const enough = candidates.find((w, i) => Math.hypot(...w) > (i === 0 ? 1e-8 * Math.hypot(...wj) : 0.3))!;
  // twice is enough for orthogonality to rounding
  const f = unit(rest(unit(enough)));
  return { basis: [e, f] as const, a: [dot(wk, e), 0] as const, b: [dot(wj, e), dot(wj, f)] as const };
}
