/**
 * The linear stability of a block state to every perturbation of the covariance that breaks its symmetry: the forward Jacobian
 * commutes with permutations within the groups, so it splits into small blocks. With the score of a Gaussian,
 *
 *   dV[Delta] = 1/2 E[(y^T S^- Delta S^- y - tr S^- Delta) x x^T],   S = G Sigma G, x = psi(u),
 *
 * for a group a of b > 1 samples that are not all the same (f the other group's mean, x^ and y^ deviations from the group's mean):
 *
 *   v a^T + a v^T and P_a diag(a) P_a, a summing to 0 on the group: a 2 x 2 matrix, a sample that parts from its group;
 *   symmetric matrices on the group with zero sums and diagonal: one number, by the trace over all symmetric matrices,
 *       E[(y^.x^)^2]/(2 l^2) - E|x^|^2/(2 l);
 *   products of a deviation of each group: one number.
 *
 * A group whose samples are all the same (within 0) has psi linear about its mean m: deviations from it grow by
 * E[psi'(m)^2 B/rho^2] in square, E[psi'(m) x_v u_v]/between against the other group's mean, and
 * E[psi'(m) x^.u^]/(within (b-1)) against the other group's deviations; second-order terms make the matrix triangular. (All ours.)
 */
import type { Layer } from "./layer.js";

export interface BlockStability {
  /** Spectral radius of each kind of perturbation. */
  readonly modes: readonly {
    readonly kind: "parting" | "inner" | "mixed" | "unmerging";
    readonly group: 0 | 1;
    readonly growth: number;
  }[];
  readonly largest: number;
}

/** What is accumulated for a group that is not a point. */
interface Sums {
  aa: number;
  ba: number;
  ab: number;
  bb: number;
  trace: number;
  trivial: number;
}

type Mode = BlockStability["modes"][number];

/** Largest modulus of the eigenvalues of [[a, b], [c, d]]. */
export function radius2(a: number, b: number, c: number, d: number): number {
  const middle = (a + d) / 2;
  const square = ((a - d) / 2) ** 2 + b * c;
  return square >= 0 ? Math.abs(middle) + Math.sqrt(square) : Math.sqrt(Math.max(0, a * d - b * c));
}

export function blockStability(layer: Layer): BlockStability {
  const { problem, state } = layer;
  const { sizes, between, within } = state;
  const edge = Math.sqrt((sizes[0] * sizes[1]) / (sizes[0] + sizes[1]));
  const sums = [0, 1].map((): Sums => ({ aa: 0, ba: 0, ab: 0, bb: 0, trace: 0, trivial: 0 }));
  const unmerging = { square: 0, against: 0, deviation: 0 };
  let mixed = 0;
  const isPoint = (a: number) => within[a as 0 | 1] === 0;
  layer.forEach(({ weight, means, spreads, square, inverseSquare }, groups) => {
    const values = groups.map(({ u }) => u.map(problem.psi.value));
    const series = groups.map(({ line }, a) => line.project(values[a]!));
    const inner: number[] = [];
    for (const a of [0, 1] as const) {
      const b = sizes[a];
      const l = within[a];
      const other = series[1 - a]![0]!;
      const uv = edge * (means[a] - means[1 - a]!);
      if (isPoint(a)) {
        if (b === 1) continue;
        const slope = problem.psi.derivative(means[a]);
        unmerging.square += weight * slope * slope * inverseSquare;
        unmerging.against += (weight * slope * edge * (series[a]![0]! - other) * uv) / between;
        const { line } = groups[1 - a]!;
        const overlap = line.single(values[1 - a]!, line.rule.nodes) * spreads[1 - a]! * sizes[1 - a]!;
        if (!isPoint(1 - a)) unmerging.deviation += (weight * slope * overlap) / (within[1 - a]! * (sizes[1 - a]! - 1));
        continue;
      }
      const { line } = groups[a];
      const { nodes: z } = line.rule;
      const f = values[a]!;
      const f1 = f.map((x, j) => x * z[j]!);
      const f2 = f1.map((x, j) => x * z[j]!);
      const [F, F1, F2] = [series[a]!, line.project(f1), line.project(f2)];
      const [mean, xz, xzz] = [F[0]!, F1[0]!, F2[0]!];
      const [xx, xxz, xxzz] = [line.single(f, f), line.single(f, f1), line.single(f1, f1)];
      const [pair, pairZ, pairZz, pairZZ] = [line.pair(F, F), line.pair(F, F1), line.pair(F, F2), line.pair(F1, F1)];
      // sums over the group: x_bar^2, x_bar sum x z, x_bar sum x z^2, and |x - x_bar|^2
      const barBar = (xx + (b - 1) * pair) / b;
      const barZ = xxz + (b - 1) * pairZ;
      const barZz = xxzz + (b - 1) * pairZz;
      const deviation = (b - 1) * (xx - pair);
      const s = spreads[a];
      const sum = sums[a]!;
      const linear = (weight * square * uv * s) / ((b - 1) * between * l);
      sum.aa += linear * edge * (barZ - other * b * xz);
      sum.ba += linear * (b * xxz - 2 * barZ);
      const quadratic = (weight * square * s * s) / (2 * l * l * (b - 1));
      sum.ab += quadratic * edge * (barZz - b * barBar - other * b * (xzz - mean));
      sum.bb += quadratic * (b * xxzz - 2 * barZz + 2 * b * barBar - b * xx);
      sum.trace += weight * ((square * s * s * (b * xxzz + b * (b - 1) * pairZZ)) / (2 * l * l) - deviation / (2 * l));
      sum.trivial += (weight * (((square * s * s * b) / (l * l) - (b - 1) / l) * deviation)) / (2 * (b - 1));
      inner.push((s * b * xz) / (l * (b - 1)));
    }
    if (inner.length === 2) mixed += weight * square * inner[0]! * inner[1]!;
  });
  const modes = ([0, 1] as const).flatMap((a) => (isPoint(a) ? [] : modesOf(a, sizes[a], sums[a]!)));
  if (!isPoint(0) && !isPoint(1)) modes.push({ kind: "mixed", group: 0, growth: Math.abs(mixed) });
  for (const a of [0, 1] as const) {
    if (!isPoint(a) || sizes[a] === 1) continue;
    const growth = Math.max(unmerging.square, Math.abs(unmerging.against), Math.abs(unmerging.deviation));
    modes.push({ kind: "unmerging", group: a, growth });
  }
  const scaled = modes.map((mode) => ({ ...mode, growth: problem.weightVariance * mode.growth }));
  return { modes: scaled, largest: Math.max(0, ...scaled.map(({ growth }) => growth)) };
}

function modesOf(group: 0 | 1, size: number, { aa, ba, ab, bb, trace, trivial }: Sums): Mode[] {
  if (size === 2) return [{ kind: "parting", group, growth: Math.abs(aa) }];
  const norm = 1 - 2 / size;
  const parting: Mode = { kind: "parting", group, growth: radius2(aa, ab, ba / norm, bb / norm) };
  if (size === 3) return [parting];
  const rest = (trace - trivial - ((size - 1) * bb) / norm) / ((size * (size - 3)) / 2);
  return [parting, { kind: "inner", group, growth: Math.abs(rest) }];
}
