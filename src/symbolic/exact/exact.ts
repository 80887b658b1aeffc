import type { Polynomial } from "../algebra/polynomial.js";
import type { HeadName } from "../expression.js";

/** sqrt(pi), or e = exp(1): transcendental numbers. */
export interface ConstantAtom {
  readonly kind: "constant";
  readonly name: "sqrtPi" | "e";
}

/**
 * r >= 0 with r^degree = radicand. `split` says that the radicand is one factor known to be >= 0, so that products of
 * roots are roots of products; otherwise the radicand is a product of factors of unknown sign.
 */
export interface RootAtom {
  readonly kind: "root";
  readonly degree: number;
  readonly radicand: Polynomial;
  readonly split: boolean;
}

/** (-1)^exponent, of square 1; the exponent is a product of whole symbols. */
export interface SignAtom {
  readonly kind: "sign";
  readonly exponent: Polynomial;
}

/** base^(exponent/divisor); the exponent is a product of symbols. */
export interface PowerAtom {
  readonly kind: "power";
  readonly base: Polynomial;
  readonly exponent: Polynomial;
  readonly divisor: number;
}

/** A function at canonical arguments, with no relation used between different arguments. */
export interface FunctionAtom {
  readonly kind: "function";
  readonly head: HeadName;
  readonly args: readonly Exact[];
}

export type Atom = ConstantAtom | RootAtom | SignAtom | PowerAtom | FunctionAtom;

/** What the variables mean that are not symbols, by their names, which start with "#". */
export type Atoms = Readonly<Record<string, Atom>>;

/**
 * numerator / denominator, polynomials in symbols and atoms: coprime, the leading coefficient of the denominator
 * positive, no power of a root that its relation lowers, no square root in the denominator. Frozen plain data; `atoms`
 * are exactly those that occur, those inside radicands and bases included. Two elements made under the same assumptions
 * are equal as functions of their atoms exactly when they are the same data (where cube roots and higher ones occur:
 * when their difference is zero).
 */
export interface Exact {
  readonly numerator: Polynomial;
  readonly denominator: Polynomial;
  readonly atoms: Atoms;
}
