import type { Place } from "../../errors.js";
import type { Expression, HeadName } from "../expression.js";

export const maximumLength = 500;
export const maximumLevels = 64;

/** An expression in x and where each node that the user wrote stands in the text. */
export interface Parsed {
  readonly expression: Expression;
  readonly places: ReadonlyMap<Expression, Place>;
}

/** The few fields of the parser's nodes that are read; everything else about them is ignored. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly op?: string;
  readonly fn?: string | Node;
  readonly args?: readonly Node[];
  readonly implicit?: boolean;
  readonly content?: Node;
  readonly condition?: Node;
  readonly trueExpr?: Node;
  readonly falseExpr?: Node;
  readonly conditionals?: readonly string[];
  readonly params?: readonly Node[];
}

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
