/** Short words for building formulas. A number stands for that whole number, a text for the symbol of that name. */
import { call, type Expression, integer, symbol } from "./expression.js";

export type Term = Expression | number | bigint | string;

export function term(value: Term): Expression {
  if (typeof value === "number" || typeof value === "bigint") return integer(value);
  return typeof value === "string" ? symbol(value) : value;
}

const chain =
  (head: "Add" | "Multiply", empty: number) =>
  (...values: readonly Term[]): Expression =>
    values.length === 0 ? integer(empty) : values.map(term).reduce((left, right) => call(head, left, right));

export const plus = chain("Add", 0);
export const times = chain("Multiply", 1);
export const minus = (a: Term, b: Term): Expression => call("Subtract", term(a), term(b));
export const over = (a: Term, b: Term): Expression => call("Divide", term(a), term(b));
export const power = (a: Term, b: Term): Expression => call("Power", term(a), term(b));
export const negative = (a: Term): Expression => call("Negate", term(a));
export const root = (a: Term): Expression => call("Sqrt", term(a));
export const pi: Expression = call("Pi");
export const gamma = (a: Term): Expression => call("Gamma", term(a));
/** J_alpha(c). */
export const kernelOf = (alpha: Term, c: Term): Expression => call("ArccosineKernel", term(alpha), term(c));
export const integral = (body: Term, variable: string, from: Term, to: Term): Expression =>
  call("Integral", term(body), symbol(variable), term(from), term(to));
