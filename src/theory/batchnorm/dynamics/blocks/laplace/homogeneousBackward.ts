import type { Matrix3 } from "../blockRoute.js";
import type { BlockState, Pair } from "../blockState.js";
import { KINDS, type Node } from "./laplaceNodes.js";

/** (P_b)_ij of a kind of entry. */
function projectorEntry(b: number, { of: [g, h], same }: (typeof KINDS)[number], sizes: Pair): number {
  const batch = sizes[0] + sizes[1];
  if (b === 0) return g === h ? sizes[1 - g]! / (sizes[g] * batch) : -1 / batch;
  return g === h && g === b - 1 ? (same ? 1 : 0) - 1 / sizes[g] : 0;
}

const isAbsent = (p: number, sizes: Pair) => p > 0 && sizes[(p - 1) as 0 | 1] === 1;

/** T_ab times `factor` at a state of trace 1, psi homogeneous of degree a. */
export function homogeneousBackward(a: number, state: BlockState, nodes: readonly Node[], factor: number): Matrix3 {
  const { sizes, between, within } = state;
  const eigenvalues = [between, within[0], within[1]];
  const dimensions = [1, Math.max(1, sizes[0] - 1), Math.max(1, sizes[1] - 1)];
  const counts = [sizes[0], sizes[0] * (sizes[0] - 1), sizes[1], sizes[1] * (sizes[1] - 1), 2 * sizes[0] * sizes[1]];
  const own = [0, 1, 2].map((b) => KINDS.map((kind) => projectorEntry(b, kind, sizes)));
  const diagonals = own.map((entries) => [entries[0]!, entries[2]!]);
  const total = [0, 1, 2].map(() => [0, 0, 0]);
  for (const { weight, s, damping, kernels } of nodes) {
    for (let p = 0; p < 3; p++) {
      const c = eigenvalues[p]! * damping[p]!;
      KINDS.forEach(({ of: [g, h] }, kind) => {
        const { value, first, second, cross } = kernels[kind]!;
        const [ii, jj, ij] = [diagonals[p]![g]!, diagonals[p]![h]!, own[p]![kind]!];
        const along = ii * first + jj * second + ij * cross;
        const curved = ((a * s * s) / (a + 1)) * (dimensions[p]! * c * value + 2 * c * c * along);
        const inner = ij * cross - 2 * s * c * along + curved;
        for (let b = 0; b < 3; b++) total[p]![b]! += weight * own[b]![kind]! * counts[kind]! * inner;
      });
    }
  }
  const row = (p: number) =>
    total[p]!.map((x, b) => (isAbsent(p, sizes) || isAbsent(b, sizes) ? 0 : (factor * x) / dimensions[p]!));
  return [row(0), row(1), row(2)];
}
