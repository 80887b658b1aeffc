import { call, comparisonHeads, type Expression, fold, type HeadName, isCall, number } from "../expression.js";
import { heads } from "../heads.js";
import { polynomialOf } from "./polynomial.js";

const comparisons: ReadonlySet<HeadName> = new Set(comparisonHeads);

/**
 * The same activation with comparisons of one polynomial with itself, such as x^6 < (x^3)^2, decided: rounding would
 * otherwise decide them differently at every x. Parts without such a comparison stay the same objects.
 */
export function settleComparisons(expression: Expression): Expression {
  return fold<Expression>(expression, (node, args) => {
    if (!isCall(node)) return node;
    if (comparisons.has(node.head)) {
      const difference = polynomialOf(call("Subtract", ...args));
      if (difference?.every((coefficient) => coefficient === 0)) return number(heads[node.head].evaluate(0, 0));
    }
    return args.every((arg, i) => arg === node.args[i]) ? node : call(node.head, ...args);
  });
}
