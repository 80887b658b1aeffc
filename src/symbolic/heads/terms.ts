import { call, type Expression } from "../expression.js";

// Calls by their usual names; nothing is simplified.
export const add = (a: Expression, b: Expression): Expression => call("Add", a, b);
export const subtract = (a: Expression, b: Expression): Expression => call("Subtract", a, b);
export const multiply = (a: Expression, b: Expression): Expression => call("Multiply", a, b);
export const divide = (a: Expression, b: Expression): Expression => call("Divide", a, b);
export const negate = (a: Expression): Expression => call("Negate", a);

/** A literal zero. */
export const isZero = (a: Expression): boolean =>
  (a.head === "Number" || a.head === "Integer") && Number(a.value) === 0;
