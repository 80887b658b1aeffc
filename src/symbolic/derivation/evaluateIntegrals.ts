import { domainOf } from "../exact/domain.js";
import { exactFieldOver } from "../exact/field.js";
import { normaliseIn } from "../exact/normalise.js";
import { signOfExact } from "../exact/sign.js";
import { call, type Expression, equal, isCall } from "../expression.js";
import { integrate } from "../integrals/integrate.js";
import type { Proposition } from "../proposition.js";

const accepted: Partial<Record<Proposition["relation"], readonly number[]>> = {
  Less: [-1],
  LessEqual: [-1, 0],
  Greater: [1],
  GreaterEqual: [1, 0],
  NotEqual: [-1, 1],
};

function same(a: Proposition, b: Proposition): boolean {
  if (a.relation === "Element") return b.relation === "Element" && a.set === b.set && equal(a.left, b.left);
  return b.relation === a.relation && equal(a.left, b.left) && equal(a.right, b.right);
}

/** Whether a statement is among the assumptions, or follows from bounds on the symbols. */
function follows(condition: Proposition, assumptions: readonly Proposition[]): boolean {
  if (assumptions.some((assumption) => same(assumption, condition))) return true;
  const signs = accepted[condition.relation];
  if (condition.relation === "Element" || signs === undefined) return false;
  const domain = domainOf(assumptions);
  const sign = signOfExact(
    normaliseIn(call("Subtract", condition.left, condition.right), exactFieldOver(domain)),
    domain,
  );
  return sign !== null && signs.includes(sign);
}

/** Every integral that the rule table knows, where the assumptions imply the rule's conditions, replaced by its value. */
export function evaluateIntegrals(expression: Expression, assumptions: readonly Proposition[]): Expression {
  if (!isCall(expression)) return expression;
  const found = integrate(expression);
  if (found?.conditions.every((condition) => follows(condition, assumptions))) return found.result;
  const args = expression.args.map((arg) => evaluateIntegrals(arg, assumptions));
  return args.some((arg, i) => arg !== expression.args[i]) ? call(expression.head, ...args) : expression;
}
