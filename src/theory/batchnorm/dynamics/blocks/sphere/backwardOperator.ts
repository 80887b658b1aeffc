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
import type { Matrix3 } from "../blockRoute.js";
import type { Pair } from "../blockState.js";
import type { Direction } from "./directions.js";
import { type Group, type Layer, valuesAt } from "./layer.js";

/** Moments of psi' and u psi' of a group. */
interface GroupMoments {
  /** E psi', E u psi'. */
  readonly mean: readonly [number, number];
  /** E psi'^2, E psi'^2 u, E psi'^2 u^2. */
  readonly single: readonly [number, number, number];
  /** The same of two samples: psi'_i psi'_j times 1, u_j, u_i u_j. */
  readonly pair: readonly [number, number, number];
}

function momentsOf({ line, u }: Group, derivative: (x: number) => number, isPoint: boolean): GroupMoments {
  const f = valuesAt(u, derivative);
  const g = f.map((value, j) => value * u[j]!);
  const [F, H] = [line.project(f), line.project(g)];
  const single = [line.single(f, f), line.single(f, g), line.single(g, g)] as const;
  const pair = isPoint ? single : ([line.pair(F, F), line.pair(F, H), line.pair(H, H)] as const);
  return { mean: [F[0]!, H[0]!], single, pair };
}

/** Entries of P_a within group g, off the diagonal; on it, 1 more where g is the group of P_a. */
function projectorEntry(a: number, g: 0 | 1, sizes: Pair): number {
  if (a === 0) return sizes[1 - g]! / (sizes[g] * (sizes[0] + sizes[1]));
  return a === g + 1 ? -1 / sizes[g] : 0;
}

/** tr(A_a D P_b D) for b = 0, 1, 2, given the direction. */
function tracesOf(
  a: number,
  { means, spreads }: Direction,
  sizes: Pair,
  moments: readonly [GroupMoments, GroupMoments],
) {
  const batch = sizes[0] + sizes[1];
  // P_a u = alpha + beta u on each group; norm = u^T P_a u
  const own = (g: 0 | 1) => (a === g + 1 ? 1 : 0);
  const alpha = ([0, 1] as const).map((g) => (a === 0 ? means[g] : -own(g) * means[g])) as [number, number];
  const beta = [own(0), own(1)] as const;
  const norm =
    a === 0
      ? sizes[0] * means[0] ** 2 + sizes[1] * means[1] ** 2
      : sizes[(a - 1) as 0 | 1] * spreads[(a - 1) as 0 | 1] ** 2;
  const outer = norm / (batch * batch);
  const ones = ([0, 1] as const).map((g) => {
    const { single, pair } = moments[g];
    const entry = projectorEntry(a, g, sizes);
    const shared = (x: readonly number[]) => (-2 / batch) * (alpha[g] * x[1]! + beta[g] * x[2]!) + outer * x[2]!;
    return { single: (entry + own(g)) * single[0] + shared(single), pair: entry * pair[0] + shared(pair) };
  });
  const [x, y] = [moments[0].mean, moments[1].mean];
  const cross =
    (a === 0 ? (-1 / batch) * x[0] * y[0] : 0) -
    (alpha[0] * x[0] * y[1] + (beta[0] + beta[1]) * x[1] * y[1] + alpha[1] * x[1] * y[0]) / batch +
    outer * x[1] * y[1];
  const between = (g: 0 | 1) => (sizes[1 - g]! / batch) * (ones[g]!.single + (sizes[g] - 1) * ones[g]!.pair);
  const within = (g: 0 | 1) => (sizes[g] - 1) * (ones[g]!.single - ones[g]!.pair);
  return [between(0) + between(1) - (2 * sizes[0] * sizes[1] * cross) / batch, within(0), within(1)];
}

export function backwardOperator(layer: Layer): Matrix3 {
  const { problem, state } = layer;
  const { sizes, within } = state;
  const { derivative } = problem.psi;
  const total = [0, 1, 2].map(() => [0, 0, 0]);
  layer.forEach((direction, groups) => {
    const moments = [
      momentsOf(groups[0], derivative, within[0] === 0),
      momentsOf(groups[1], derivative, within[1] === 0),
    ] as const;
    for (const [a, row] of total.entries()) {
      const traces = tracesOf(a, direction, sizes, moments);
      for (let b = 0; b < 3; b++) row[b]! += direction.weight * direction.inverseSquare * traces[b]!;
    }
  });
  const dimensions = [1, Math.max(1, sizes[0] - 1), Math.max(1, sizes[1] - 1)];
  const row = (a: number) => total[a]!.map((x) => (problem.weightVariance * x) / dimensions[a]!);
  return [row(0), row(1), row(2)];
}
