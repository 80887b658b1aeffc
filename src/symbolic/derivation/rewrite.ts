import { call, type Expression, equal, fold, isCall, substitute } from "../expression.js";
import { type Comparison, mapTerms, type Proposition } from "../proposition.js";

/** Every occurrence of `target` as a whole term, replaced. */
function replaceTerm(expression: Expression, target: Expression, replacement: Expression): Expression {
  if (target.head === "Symbol") return substitute(expression, target.name, replacement);
  return fold<Expression>(expression, (node, args) => {
    const same = isCall(node) && args.some((arg, i) => arg !== node.args[i]) ? call(node.head, ...args) : node;
    return equal(same, target) ? replacement : same;
  });
}

/**
 * left is replaced by right for every equation, again and again until nothing changes, at most once more than there are
 * equations: a chain of definitions is then unfolded in any order.
 */
export function rewriteTerm(expression: Expression, equations: readonly Comparison[]): Expression {
  let term = expression;
  for (let pass = 0; pass <= equations.length; pass++) {
    const next = equations.reduce((before, { left, right }) => replaceTerm(before, left, right), term);
    if (next === term) break;
    term = next;
  }
  return term;
}

/** The statement with the left sides of the equations replaced by their right sides. */
export const rewrite = (proposition: Proposition, equations: readonly Comparison[]): Proposition =>
  mapTerms(proposition, (term) => rewriteTerm(term, equations));
