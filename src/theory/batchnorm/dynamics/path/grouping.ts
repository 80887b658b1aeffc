import { type BlockState, blockState } from "../blocks/blockState.js";

/** Samples split in two: those of large centred variance, and the others. */
export interface Grouping {
  readonly members: readonly [readonly number[], readonly number[]];
  /** The covariance averaged over the groups. */
  readonly state: BlockState;
  /** Largest over smallest centred variance of a sample. */
  readonly ratio: number;
}

/** The split at the widest gap between the logs of the centred variances S_ii of S = `centred`, B x B, averaged over both groups. */
export function groupingOf(centred: Float64Array, size: number): Grouping {
  const variance = Array.from({ length: size }, (_, i) => Math.max(centred[i * (size + 1)]!, 1e-300));
  const order = variance.map((_, i) => i).sort((i, j) => variance[j]! - variance[i]!);
  let [widest, cut] = [-1, 1];
  for (let k = 1; k < size; k++) {
    const gap = Math.log(variance[order[k - 1]!]! / variance[order[k]!]!);
    if (gap > widest) [widest, cut] = [gap, k];
  }
  const members = [order.slice(0, cut), order.slice(cut)] as const;
  return {
    members,
    state: averaged(centred, members, size),
    ratio: variance[order[0]!]! / variance[order[size - 1]!]!,
  };
}

export const sameGroups = (a: Grouping, b: Grouping): boolean => {
  const members = new Set(a.members[0]);
  return a.members[0].length === b.members[0].length && b.members[0].every((i) => members.has(i));
};

function averaged(sigma: Float64Array, members: Grouping["members"], size: number): BlockState {
  const diagonal = (group: readonly number[]) =>
    group.reduce((sum, i) => sum + sigma[i * (size + 1)]!, 0) / group.length;
  const off = (group: readonly number[]) => {
    if (group.length === 1) return diagonal(group);
    let sum = 0;
    for (const i of group) for (const j of group) if (i !== j) sum += sigma[i * size + j]!;
    return sum / (group.length * (group.length - 1));
  };
  let between = 0;
  for (const i of members[0]) for (const j of members[1]) between += sigma[i * size + j]!;
  const [one, two] = members;
  return blockState([one.length, two.length], {
    diagonal: [diagonal(one), diagonal(two)],
    offDiagonal: [off(one), off(two)],
    between: between / (one.length * two.length),
  });
}
