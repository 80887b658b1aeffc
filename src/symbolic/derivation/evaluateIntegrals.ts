import { domainOf } from "../exact/domain.js";
import { exactFieldOver } from "../exact/field.js";
import { normaliseIn } from "../exact/normalise.js";
import { signOfExact, strictSignOfExact } from "../exact/sign.js";
import { call, type Expression, equal, isCall } from "../expression.js";
import { integrate } from "../integrals/integrate.js";
import type { Proposition } from "../proposition.js";

function same(a: Proposition, b: Proposition): boolean {
  if (a.relation === "Element") return b.relation === "Element" && a.set === b.set && equal(a.left, b.left);
  return b.relation === a.relation && equal(a.left, b.left) && equal(a.right, b.right);
}

/** Whether a statement is among the assumptions, or follows from bounds on the symbols. */
function follows(condition: Proposition, assumptions: readonly Proposition[]): boolean {
  if (assumptions.some((assumption) => same(assumption, condition))) return true;
  if (condition.relation === "Element") return false;
  const domain = domainOf(assumptions);
  const difference = normaliseIn(call("Subtract", condition.left, condition.right), exactFieldOver(domain));
  switch (condition.relation) {
    case "Greater":
      return strictSignOfExact(difference, domain) === 1;
    case "Less":
      return strictSignOfExact(difference, domain) === -1;
    case "GreaterEqual":
      return signOfExact(difference, domain) === 1;
    case "LessEqual":
      return signOfExact(difference, domain) === -1;
    case "NotEqual":
      return strictSignOfExact(difference, domain) !== null;
    case "Equal":
      return false;
  }
}

/** Every integral that the rule table knows, where the assumptions imply the rule's conditions, replaced by its value. */
export function evaluateIntegrals(expression: Expression, assumptions: readonly Proposition[]): Expression {
  if (!isCall(expression)) return expression;
  const found = integrate(expression);
  if (found?.conditions.every((condition) => follows(condition, assumptions))) return found.result;
  const args = expression.args.map((arg) => evaluateIntegrals(arg, assumptions));
  return args.some((arg, i) => arg !== expression.args[i]) ? call(expression.head, ...args) : expression;
}
