import { call, type Expression, fold, integer, isCall, number } from "../../../symbolic/expression.js";
import { simplify } from "../../../symbolic/simplify.js";

/** The same with other leaves. */
const withLeaves = (expression: Expression, change: (leaf: Expression) => Expression): Expression =>
  fold<Expression>(expression, (node, args) => (isCall(node) ? call(node.head, ...args) : change(node)));

/**
 * The formula, simplified: `simplify` folds doubles, so that whole numbers become doubles on the way and whole numbers again. exp(theta)/(1 +
 * exp(theta)) becomes sigmoid(theta), log(1 + exp(theta)) softplus(theta): neither overflows.
 */
export const stableForm = (expression: Expression): Expression => {
  const inDoubles = withLeaves(expression, (leaf) =>
    leaf.head === "Integer" && Number.isSafeInteger(Number(leaf.value)) ? number(Number(leaf.value)) : leaf,
  );
  return withLeaves(simplify(inDoubles), (leaf) =>
    leaf.head === "Number" && Number.isSafeInteger(leaf.value) ? integer(leaf.value) : leaf,
  );
};
