/**
 * The backward operator Pi -> weightVariance E[J^T Pi J] on block-symmetric Pi = pi_0 v v^T + pi_1 P_1 + pi_2 P_2, as the 3 x 3 matrix T,
 * pi'_a = sum_b T_ab pi_b. Its output is always centred, so nothing else belongs to it. With D = diag psi'(u):
 *
 *   J = sqrt(B)/rho D (G - u u^T/B),      T_ab = E[B/rho^2 tr(A_a D P_b D)]/dim P_a,
 *   A_a = (G - u u^T/B) P_a (G - u u^T/B) = P_a - (P_a u u^T + u u^T P_a)/B + u u^T (u^T P_a u)/B^2,
 *
 * P_0 = v v^T. P_a u is alpha + beta u on each group, so that a trace is a sum of means, second moments and pairs of psi' and u psi'.
 * The operator maps positive semi-definite matrices to such: its spectral radius is an eigenvalue with an eigenvector in that cone
 * (Krein-Rutman), and averaging over permutations within the groups, with which it commutes, makes the eigenvector
 * block-symmetric. So the largest eigenvalue of T is that of the whole operator: the growth of E|gradient|^2 a layer.
 */
import type { Layer } from "./layer.js";

/** T of a state whose group a is a single point has no within space: T_aa is then the growth of differences inside the group. */
export type Matrix3 = readonly [readonly number[], readonly number[], readonly number[]];

interface GroupMoments {
  /** E psi', E u psi'. */
  readonly mean: readonly [number, number];
  /** E psi'^2, E psi'^2 u, E psi'^2 u^2. */
  readonly single: readonly [number, number, number];
  /** The same of two samples: psi'_i psi'_j times 1, u_j, u_i u_j. */
  readonly pair: readonly [number, number, number];
}

const dimensionOf = (size: number) => Math.max(1, size - 1);

export function backwardOperator(layer: Layer): Matrix3 {
  const { problem, state } = layer;
  const { sizes } = state;
  const batch = sizes[0] + sizes[1];
  const total = [0, 1, 2].map(() => [0, 0, 0]);
  const projector = [
    [sizes[1] / (sizes[0] * batch), sizes[0] / (sizes[1] * batch)],
    [-1 / sizes[0], 0],
    [0, -1 / sizes[1]],
  ];
  layer.forEach((direction, groups) => {
    const { weight, means, spreads, inverseSquare } = direction;
    const moments = ([0, 1] as const).map((a): GroupMoments => {
      const { line, u } = groups[a];
      const f = u.map(problem.psi.derivative);
      const g = f.map((value, j) => value * u[j]!);
      const [F, H] = [line.project(f), line.project(g)];
      const single = [line.single(f, f), line.single(f, g), line.single(g, g)] as const;
      const same = state.within[a] === 0;
      const pair = same ? single : ([line.pair(F, F), line.pair(F, H), line.pair(H, H)] as const);
      return { mean: [F[0]!, H[0]!], single, pair };
    }) as [GroupMoments, GroupMoments];
    for (let a = 0; a < 3; a++) {
      const alpha = [a === 0 ? means[0] : a === 1 ? -means[0] : 0, a === 0 ? means[1] : a === 2 ? -means[1] : 0];
      const beta = [a === 1 ? 1 : 0, a === 2 ? 1 : 0];
      const norm =
        a === 0
          ? sizes[0] * means[0] ** 2 + sizes[1] * means[1] ** 2
          : sizes[(a - 1) as 0 | 1] * spreads[(a - 1) as 0 | 1] ** 2;
      const outer = norm / (batch * batch);
      const ones = [0, 1].map((g) => {
        const { single, pair } = moments[g as 0 | 1];
        const own = projector[a]![g]! + (a === g + 1 ? 1 : 0);
        const shared = (x: readonly number[]) => (-2 / batch) * (alpha[g]! * x[1]! + beta[g]! * x[2]!) + outer * x[2]!;
        return { single: own * single[0] + shared(single), pair: projector[a]![g]! * pair[0] + shared(pair) };
      });
      const [x, y] = [moments[0].mean, moments[1].mean];
      const cross =
        (a === 0 ? (-1 / batch) * x[0] * y[0] : 0) -
        (alpha[0]! * x[0] * y[1] + (beta[0]! + beta[1]!) * x[1] * y[1] + alpha[1]! * x[1] * y[0]) / batch +
        outer * x[1] * y[1];
      const scaled = weight * inverseSquare;
      total[a]![0]! += scaled * (between(sizes, batch, ones) - 2 * sizes[0] * sizes[1] * (cross / batch));
      for (const g of [0, 1] as const) {
        total[a]![g + 1]! += scaled * (sizes[g] - 1) * (ones[g]!.single - ones[g]!.pair);
      }
    }
  });
  const s = problem.weightVariance;
  const row = (a: number) => total[a]!.map((x) => (s * x) / (a === 0 ? 1 : dimensionOf(sizes[(a - 1) as 0 | 1])));
  return [row(0), row(1), row(2)];
}

/** The part of tr(A D v v^T D) within the groups. */
function between(sizes: readonly [number, number], batch: number, ones: { single: number; pair: number }[]): number {
  const part = (g: 0 | 1) => (sizes[1 - g]! / batch) * (ones[g]!.single + (sizes[g] - 1) * ones[g]!.pair);
  return part(0) + part(1);
}

/** The largest eigenvalue of a non-negative matrix, by powers; its eigenvector is non-negative. */
export function perronRoot(matrix: Matrix3): number {
  let vector = [1, 1, 1];
  let root = 0;
  for (let i = 0; i < 10_000; i++) {
    const next = matrix.map((row) => row.reduce((sum, x, b) => sum + x * vector[b]!, 0));
    const size = Math.max(...next.map(Math.abs));
    if (!(size > 0) || !Number.isFinite(size)) return size;
    vector = next.map((x) => x / size);
    if (Math.abs(size - root) <= 1e-15 * size) return size;
    root = size;
  }
  return root;
}
