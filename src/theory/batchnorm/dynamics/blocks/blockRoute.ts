import type { BlockEntries, BlockState } from "./blockState.js";

/** What one layer makes of a block state. */
export interface Mapped {
  readonly state: BlockState;
  readonly entries: BlockEntries;
}

/**
 * The backward operator on block-symmetric Pi = pi_0 v v^T + pi_1 P_1 + pi_2 P_2, pi'_a = sum_b T_ab pi_b. Where group a is a single
 * point there is no within space: T_aa is then the growth of differences inside the group.
 */
export type Matrix3 = readonly [readonly number[], readonly number[], readonly number[]];

/**
 * parting: a sample leaves its group. inner: correlations in a group become unequal. mixed: the same between groups. unmerging:
 * samples that are all the same part.
 */
export interface Mode {
  readonly kind: "parting" | "inner" | "mixed" | "unmerging";
  readonly group: 0 | 1;
  /** Spectral radius of this kind of perturbation. */
  readonly growth: number;
}

export interface BlockStability {
  readonly modes: readonly Mode[];
  readonly largest: number;
}

/** Every growth times `factor`, and the largest. */
export function blockStabilityOf(modes: readonly Mode[], factor: number): BlockStability {
  const scaled = modes.map((mode) => ({ ...mode, growth: factor * mode.growth }));
  return { modes: scaled, largest: Math.max(0, ...scaled.map(({ growth }) => growth)) };
}

/** One way to compute what a layer does to block states. */
export interface BlockRoute {
  readonly name: "laplace" | "sphere quadrature";
  /** Evaluations of psi, or of its kernel, so far. */
  readonly evals: number;
  map(state: BlockState): Mapped;
  backward(state: BlockState): Matrix3;
  stability(state: BlockState): BlockStability;
}

/** How finely a route integrates; 0 is for looking, 1 for solving, 2 for the second opinion that gives the error. */
export type Level = 0 | 1 | 2;
