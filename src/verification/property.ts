import { type IProperty, pre, property as propertyOf } from "fast-check";
import type { Parameters, Values } from "../theorems/domain.js";
import type { RoutesCheck, Theorem } from "../theorems/theorem.js";
import { valuesOf } from "./arbitraries/valuesOf.js";
import { areMet } from "./assumptions.js";
import { routesName } from "./checks/routes.js";
import { examine } from "./examine.js";
import type { Point } from "./point.js";

/**
 * A theorem as a fast-check property: at a random admissible point the two ways of every `routes` check agree. Points that meet
 * no assumption, or at which no check applies, are skipped. Throws a RangeError for a theorem without a `routes` check.
 */
export function property<P extends Parameters>(theorem: Theorem<P>): IProperty<[Values<P>]> {
  const routes = theorem.checks.filter((check): check is RoutesCheck<P> => check.kind === "routes");
  if (routes.length === 0) throw new RangeError(`${theorem.id} has no check at random points`);
  return propertyOf(valuesOf(theorem.parameters), (values) => {
    const point = values as Point;
    pre(areMet(theorem.parameters, theorem.assumptions, point));
    let decided = 0;
    for (const check of routes) {
      const found = examine(check, point);
      if (found.outcome === "skip") continue;
      decided += 1;
      if (found.outcome === "agree") continue;
      const what = found.outcome === "differ" ? "is refuted" : `has no value: ${found.says}`;
      throw new Error(`${theorem.id}: ${routesName(check)} ${what}; left ${found.left}, right ${found.right}`);
    }
    pre(decided > 0);
  });
}
