import { type Expression, fold, isCall, number } from "./expression.js";
import { heads } from "./heads.js";

const zero = number(0);
const one = number(1);

/**
 * The derivative with respect to the symbol `name`, head by head. Jumps contribute nothing: d sign = 0.
 * A subtree free of the symbol gives the number 0; nothing else is simplified. Shared subtrees are visited once.
 */
export function differentiate(expression: Expression, name = "x"): Expression {
  return fold<Expression>(expression, (node, slopes) => {
    if (node.head === "Symbol") return node.name === name ? one : zero;
    if (!isCall(node)) return zero;
    return slopes.every((slope) => slope === zero) ? zero : heads[node.head].derivative(node.args, slopes);
  });
}
