import { equal } from "../../symbolic/expression.js";
import type { Proposition } from "../../symbolic/proposition.js";

/** The same statement, node by node. */
export function sameStatement(a: Proposition, b: Proposition): boolean {
  if (a.relation === "Element" || b.relation === "Element") {
    return a.relation === "Element" && b.relation === "Element" && a.set === b.set && equal(a.left, b.left);
  }
  return a.relation === b.relation && equal(a.left, b.left) && equal(a.right, b.right);
}
