import type { Expression } from "../expression.js";

/** How a head is written in text: between its arguments, before its argument, as a function, or as `c ? a : b`. */
export type Notation =
  | { readonly form: "infix"; readonly symbol: string; readonly precedence: number; readonly right?: true }
  | { readonly form: "prefix"; readonly symbol: string; readonly precedence: number }
  | { readonly form: "function"; readonly name: string }
  | { readonly form: "conditional"; readonly precedence: number };

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
