import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import type { ComplexMatrix } from "./selfEnergy.js";

export type DysonMethod = "newton" | "anderson" | "averaged" | "plain";

export interface DysonOptions {
  /** Im z, from 0 up; default 0, the limit from above. */
  readonly eta?: number;
  /**
   * Default: for one unknown the root of its quadratic; Newton's method with eta continued downwards for up to 40 blocks, 10 rows and any
   * A + semicircle; else Anderson's. "plain" is G <- -(z - A + S[G])^{-1}, "averaged" the mean of that and G.
   */
  readonly method?: DysonMethod;
  /** The largest `residual` to accept; default 1e-13. */
  readonly tolerance?: number;
  /** Of one energy, and of each set of rows that is solved alone; default 2000 (Newton, Anderson), or 1e6 and fewer for large ones (plain, averaged). */
  readonly maxIterations?: number;
}

/** The solution at one z = energy + i eta, by its trace. */
export interface DysonPoint {
  readonly energy: number;
  readonly eta: number;
  /** Im <G> / pi: at eta = 0 the density of eigenvalues, which integrates to 1 with the atoms. Infinity at an atom. */
  readonly density: number;
  /** <G>, the Stieltjes transform of the density at z: int rho(x) / (x - z) dx. */
  readonly trace: readonly [number, number];
  /** Largest entry of G + (z - A + S[G])^{-1}, over the larger of ||G|| and 1/scale; the scale is that of ||S||^{1/2} and the spread of A. */
  readonly residual: number;
  /** Norm of (1 - C_G S)^{-1}, an estimate, C_G[X] = G X G: what residuals are multiplied by. Infinity at an edge or an atom. */
  readonly stability: number;
  /** Of the density, absolute: stability x (residual + rounding), and what is left of eta where it could not be continued to the one asked for. */
  readonly error: number;
  /** Evaluations of (z - A + S[G])^{-1}. */
  readonly iterations: number;
  /** The residual is below the tolerance at the eta that was asked for, and Im G > 0 (at eta = 0: in the limit). */
  readonly converged: boolean;
}

export interface DysonSolution extends DysonPoint {
  /** G_ii. */
  readonly diagonal: { readonly re: Vector; readonly im: Vector };
  /** G; null where S has diagonal structure: then G is its diagonal. */
  readonly G: ComplexMatrix | null;
}
