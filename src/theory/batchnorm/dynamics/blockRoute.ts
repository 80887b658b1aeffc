import type { Matrix3 } from "./backwardOperator.js";
import type { BlockState } from "./blockState.js";
import type { Mapped } from "./forwardMap.js";
import type { BlockStability } from "./stability.js";

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
