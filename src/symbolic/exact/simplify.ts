import type { Expression } from "../expression.js";
import { type ExactOptions, normalise } from "./normalise.js";
import { toExpression } from "./toExpression.js";

/** The exact normal form as an expression. Throws what `normalise` and `toExpression` throw. */
export const simplifyExact = (expression: Expression, options: ExactOptions = {}): Expression =>
  toExpression(normalise(expression, options));
