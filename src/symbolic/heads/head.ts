import type { Expression } from "../expression.js";
import type { Notation } from "./notation.js";

/** What a head means. One entry is all that a new function needs. */
export interface Head {
  readonly arity: number;
  /** In doubles; NaN outside the domain. Binders have no value of their arguments' values: they throw. */
  readonly evaluate: (...args: number[]) => number;
  /** The derivative of the call, from the arguments and their derivatives. Jumps contribute nothing. */
  readonly derivative: (args: readonly Expression[], slopes: readonly Expression[]) => Expression;
  /** For functions of one argument that are analytic wherever they are finite: f'(u). */
  readonly slope: ((u: Expression) => Expression) | null;
  readonly parity: "even" | "odd" | "none";
  readonly notation: Notation;
}
