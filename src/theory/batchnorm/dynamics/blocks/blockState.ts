/**
 * A covariance that two groups of samples share: groups of sizes b_1 and b_2 (B = b_1 + b_2), alike within a group. After
 * centring it has three eigenvalues,
 *
 *   G Sigma G = between v v^T + within_1 P_1 + within_2 P_2,
 *
 * v the unit vector that is constant on each group with sum 0, P_a the projector on the vectors of group a with sum 0 (dimension
 * b_a - 1). With the entries d_a (diagonal), o_a (off it, in group a) and c (between groups):
 *
 *   between = b_1 b_2 / B [(d_1 + (b_1-1) o_1)/b_1 + (d_2 + (b_2-1) o_2)/b_2 - 2 c],    within_a = d_a - o_a.
 *
 * BSB1 is between = within_1 = within_2; within_2 = 0 is a group whose samples have become one. (Ours; the paper names BSB2 only.)
 */
export type Pair = readonly [number, number];

export interface BlockState {
  readonly sizes: Pair;
  /** Eigenvalue of G Sigma G on v. */
  readonly between: number;
  /** Eigenvalues on P_1 and P_2; 0 for a group of one sample, and for one whose samples are all the same. */
  readonly within: Pair;
}

/** The distinct entries of a covariance of two groups. */
export interface BlockEntries {
  readonly diagonal: Pair;
  /** Off the diagonal within a group; the diagonal's value for a group of one. */
  readonly offDiagonal: Pair;
  readonly between: number;
}

export function blockState(sizes: Pair, { diagonal, offDiagonal, between }: BlockEntries): BlockState {
  const [one, two] = sizes;
  const mean = (a: 0 | 1) => (diagonal[a] + (sizes[a] - 1) * offDiagonal[a]) / sizes[a];
  const within = (a: 0 | 1) => (sizes[a] === 1 ? 0 : Math.max(0, diagonal[a] - offDiagonal[a]));
  const variance = ((one * two) / (one + two)) * (mean(0) + mean(1) - 2 * between);
  return { sizes, between: Math.max(0, variance), within: [within(0), within(1)] };
}

export const traceOf = ({ sizes, between, within }: BlockState): number =>
  between + (sizes[0] - 1) * within[0] + (sizes[1] - 1) * within[1];

/** The same state with trace 1 after centring, for what does not depend on scale. */
export function normalised(state: BlockState): BlockState {
  const { sizes, between, within } = state;
  const trace = traceOf(state);
  return { sizes, between: between / trace, within: [within[0] / trace, within[1] / trace] };
}
