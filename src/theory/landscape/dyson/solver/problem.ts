import type { ComplexArray } from "../../../../numeric/linearAlgebra/complexMatrices.js";

/** What the iterations see of an equation, which is normalised (see normalised.ts). States are G: `length` complex numbers. */
export interface DysonProblem {
  readonly length: number;
  /** Complex unknowns of Newton's linear systems: fewer than `length` where G is symmetric. */
  readonly unknowns: number;
  /** How systems with 1 - C_G S are solved: by elimination, by GMRES, or by `solveRankOne`. */
  readonly systems: "dense" | "products" | "rank one";
  /** Where S has rank one: solves x - (G S[x] F + F S[x] G) / 2 = b in place of b; false where that is singular. */
  readonly solveRankOne?: (G: ComplexArray, F: ComplexArray, b: ComplexArray) => boolean;
  /** Newton's method is the faster one. */
  readonly prefersNewton: boolean;
  /** Multiplications of one resolvent, roughly. */
  readonly cost: number;
  /** out = -(x + iy - A + S[G])^{-1}; false where that is singular. `out` is another array. */
  readonly resolvent: (x: number, y: number, G: ComplexArray, out: ComplexArray) => boolean;
  /** out = (G S[X] F + F S[X] G) / 2. */
  readonly transfer: (G: ComplexArray, F: ComplexArray, X: ComplexArray, out: ComplexArray) => void;
  /** |1 + (x + iy - A + S[G]) G|: a residual in G's own units, of small blocks as of large ones. */
  readonly defect: (x: number, y: number, G: ComplexArray) => number;
  /**
   * Where G is a diagonal: the largest residual of an entry and its rounding, relative to that entry, and the Euclidean norm of the G_ii with
   * their weights in the trace.
   */
  readonly relative?: (x: number, y: number, G: ComplexArray) => { readonly residual: number; readonly size: number };
  /** out = G G. */
  readonly square: (G: ComplexArray, out: ComplexArray) => void;
  /**
   * out = (G + D/2)(G - D/2)^{-1} G, which is G + D to first order: small entries of G stay small, large ones large, and what D leaves of their
   * products stays. false where that is singular.
   */
  readonly multiplied: (G: ComplexArray, D: ComplexArray, out: ComplexArray) => boolean;
  /** 1 - (G S[.] F + F S[.] G) / 2 in unknowns, `unknowns` x `unknowns`; with F = G that is 1 - C_G S. */
  readonly stabilityMatrix: (G: ComplexArray, F: ComplexArray, out: ComplexArray) => void;
  readonly toUnknowns: (state: ComplexArray, out: ComplexArray) => void;
  readonly fromUnknowns: (unknowns: ComplexArray, out: ComplexArray) => void;
  /** value x I. */
  readonly multipleOfIdentity: (re: number, im: number, out: ComplexArray) => void;
  readonly trace: (G: ComplexArray) => [number, number];
  /** A number c with |<X>| <= c |X|, the Euclidean norm of all entries. */
  readonly traceNorm: number;
  /** out = (G + G*) / 2: G without its imaginary part. */
  readonly hermitianPart: (G: ComplexArray, out: ComplexArray) => void;
  /** Im G + shift I is positive definite, Im G = (G - G*) / 2i. */
  readonly isPositive: (G: ComplexArray, shift: number) => boolean;
}
