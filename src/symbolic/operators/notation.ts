import type { RationalFunction } from "../algebra/rationalFunction.js";
import { rationalExpression, rationalFunctionExpression } from "../algebra/toExpression.js";
import type { Expression } from "../expression.js";
import type { Rational } from "../rational.js";
import type { SquareRoot } from "./block.js";
import { functionSquareRoot, rationalSquareRoot } from "./squareRoot.js";

/** How field elements are written, and which of them have a root in the field. */
export interface Notation<T> {
  readonly express: (value: T) => Expression;
  readonly squareRoot: SquareRoot<T>;
}

export const rationalNotation: Notation<Rational> = Object.freeze({
  express: rationalExpression,
  squareRoot: rationalSquareRoot,
});

export const functionNotation: Notation<RationalFunction> = Object.freeze({
  express: rationalFunctionExpression,
  squareRoot: functionSquareRoot,
});
