import { type Expression, fold } from "./expression.js";
import { heads } from "./heads.js";

/**
 * The value of a tree by walking it: the plain reading that `compile` must reproduce.
 * Symbols without a value are NaN. Every argument is evaluated, the unused branch of a conditional too.
 */
export function evaluate(expression: Expression, values: Readonly<Record<string, number>> = {}): number {
  return fold<number>(expression, (node, args) => {
    if (node.head === "Number" || node.head === "Integer") return Number(node.value);
    if (node.head === "Symbol") return Object.hasOwn(values, node.name) ? values[node.name]! : Number.NaN;
    return heads[node.head].evaluate(...args);
  });
}
