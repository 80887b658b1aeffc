import type { Expression } from "../expression.js";

/** How a fact is known: read off the expression tree, or only seen at sampled points. */
export type Evidence = "proved" | "sampled";

export interface Fact<T> {
  readonly value: T;
  readonly evidence: Evidence;
}

/** A place where the activation is not analytic. Between two neighbours (and beyond the last) it is. */
export interface Breakpoint {
  readonly at: number;
  /** phi(at+) - phi(at-). */
  readonly valueJump: number;
  /** phi'(at+) - phi'(at-); +-Infinity where a one-sided slope is unbounded. */
  readonly slopeJump: number;
  /** Least e with a term |x - at|^e in the part of phi that is not smooth: 0 jump, 1 kink, 2 jump of phi'', 1/2 a square root. */
  readonly exponent: number;
  /** False when phi, seen from at least one side, has no Taylor series at `at` (x^1.5, sqrt, x log x): plain Gauss rules fail there. */
  readonly oneSidedAnalytic: boolean;
  readonly evidence: Evidence;
}

export type Parity = "even" | "odd" | "none";

/** phi(x) = right x^degree for x > 0 and left |x|^degree for x < 0. */
export interface Homogeneity {
  readonly degree: number;
  readonly left: number;
  readonly right: number;
}

/**
 * How fast |phi| can grow: at most C; C |x|^degree; C |x|^d exp(rate |x|); C |x|^d exp(coefficient x^2), coefficient < 1/4.
 * Anything faster is refused when the activation is made, since E phi(z)^2 diverges.
 */
export type Growth =
  | { readonly kind: "bounded" }
  | { readonly kind: "polynomial"; readonly degree: number }
  | { readonly kind: "exponential"; readonly rate: number }
  | { readonly kind: "gaussian"; readonly coefficient: number };

/** What is known about an activation; these choose the numeric route. */
export interface ActivationFacts {
  /** Sorted by place; all those with |at| <= `window`. */
  readonly breakpoints: readonly Breakpoint[];
  readonly window: number;
  readonly parity: Fact<Parity>;
  readonly homogeneity: Fact<Homogeneity | null>;
  /** Coefficients of 1, x, x^2, ... when the activation is a polynomial. */
  readonly polynomial: Fact<readonly number[] | null>;
  readonly growth: Fact<Growth>;
  readonly constant: Fact<boolean>;
}

/** An activation function, with what is known about it. Frozen; made by `activation(...)`. */
export interface Activation {
  /** As the user wrote it, or the preset's name. */
  readonly text: string;
  /** null when it was made from a plain JavaScript function. */
  readonly expression: Expression | null;
  readonly value: (x: number) => number;
  /** The derivative where it exists; jumps of phi contribute nothing here (see `facts.breakpoints`). */
  readonly derivative: (x: number) => number;
  /** null where it is not available (a plain function). */
  readonly secondDerivative: ((x: number) => number) | null;
  /** Accuracy of `derivative` relative to its size: rounding for a tree, about 1e-10 for a differenced plain function. */
  readonly derivativeAccuracy: number;
  readonly facts: ActivationFacts;
}
