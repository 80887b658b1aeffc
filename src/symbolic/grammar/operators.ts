import type { HeadName } from "../expression.js";

/** Words with a meaning of their own between operands. */
export const connectives: ReadonlySet<string> = new Set(["and", "or", "not"]);

/** Binary operators by their sign. */
export const binaryHeads: ReadonlyMap<string, HeadName> = new Map<string, HeadName>([
  ["+", "Add"],
  ["-", "Subtract"],
  ["*", "Multiply"],
  ["/", "Divide"],
  ["^", "Power"],
  ["<", "Less"],
  ["<=", "LessEqual"],
  [">", "Greater"],
  [">=", "GreaterEqual"],
  ["==", "Equal"],
  ["!=", "NotEqual"],
  ["and", "And"],
  ["or", "Or"],
]);

/** Comparisons by the name that the parser gives them inside a < b < c. */
export const relationHeads: ReadonlyMap<string, HeadName> = new Map<string, HeadName>([
  ["smaller", "Less"],
  ["smallerEq", "LessEqual"],
  ["larger", "Greater"],
  ["largerEq", "GreaterEqual"],
  ["equal", "Equal"],
  ["unequal", "NotEqual"],
]);

/** Operators that chain on one level: a - b + c is one sum. */
export const chainOf = (op: string) => (op === "+" || op === "-" ? "sum" : op === "*" || op === "/" ? "product" : op);
