import { call, type Expression, type HeadName, integer, symbol } from "../../../src/symbolic/expression.js";

export type Term = Expression | number | string;

/** Whole numbers are exact, strings are symbols. */
export const term = (value: Term): Expression =>
  typeof value === "number" ? integer(value) : typeof value === "string" ? symbol(value) : value;

export const of = (head: HeadName, ...args: readonly Term[]): Expression => call(head, ...args.map(term));

const chain =
  (head: HeadName) =>
  (first: Term, ...rest: readonly Term[]): Expression =>
    rest.reduce<Expression>((left, right) => call(head, left, term(right)), term(first));

export const add = chain("Add");
export const subtract = chain("Subtract");
export const multiply = chain("Multiply");
export const divide = chain("Divide");
export const power = (base: Term, exponent: Term): Expression => of("Power", base, exponent);
export const negate = (value: Term): Expression => of("Negate", value);
export const half = divide(1, 2);
export const pi = call("Pi");
export const infinity = call("Infinity");
