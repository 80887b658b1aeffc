import type { Problem } from "./problem.js";

/** What a route can answer about BSB1; the glossary has the symbols. */
export type Quantity =
  | "q"
  | "c"
  | "mu"
  | "forwardG"
  | "forwardL"
  | "forwardM"
  | "backwardG"
  | "backwardL"
  | "backwardM"
  | "crossC"
  | "crossEigenvalue";

/** A value with an absolute error, before it is judged against a tolerance. */
export interface Approximation {
  readonly value: number;
  readonly error: number;
}

export type Quantities = { readonly [K in Quantity]?: Approximation };

export interface Solution {
  readonly quantities: Quantities;
  /** True when batch norm's epsilon swallows the signal: mu = 0 is the only fixed point, and there are no quantities. */
  readonly collapsed: boolean;
  /** Evaluations of the activation. */
  readonly evals: number;
}

/** "rate" may leave out backward L and M, which cost more. */
export type Extent = "rate" | "spectrum";

export type RouteName = "direct" | "closed-form" | "polynomial" | "gegenbauer" | "quadrature" | "laplace" | "fourier";

/**
 * One way to compute the quantities of BSB1. Routes share nothing above the quadrature rules, so that two of them
 * agreeing is evidence. `refusal` says in words why the route does not apply, or null.
 */
export interface Route {
  readonly name: RouteName;
  refusal(problem: Problem): string | null;
  /** Aims at `tolerance` (relative to max(1, |value|), and to q for q and mu) and reports the error that it has. */
  solve(problem: Problem, extent: Extent, tolerance: number): Solution;
}
