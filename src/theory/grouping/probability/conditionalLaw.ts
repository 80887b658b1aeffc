import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import { assertVariables, type JointLaw, marginalLaw, productOf } from "./jointLaw.js";
import { jointShape } from "./shapes.js";

/**
 * P(X | Z) for disjoint lists of variables: one row, the law of X's states (row-major), for each state of Z; null where Z has probability zero, since there
 * every law is a version. For no X at all each row is [1].
 * @throws TheoryError "domain" for variables that there are not, or that are in both lists.
 */
export function conditionalLaw(
  law: JointLaw,
  X: readonly number[],
  Z: readonly number[],
): readonly (readonly number[] | null)[] {
  assertShapes({ law: jointShape }, { law });
  assertVariables("X", X, law);
  assertVariables("Z", Z, law);
  const common = X.find((variable) => Z.includes(variable));
  if (common !== undefined) {
    throw domainError("Z", `[${Z}]`, `no variable of X = [${X}]`, `Variable ${common} belongs to one of them.`);
  }
  const { weights } = marginalLaw(law, [...Z, ...X]);
  const given = marginalLaw(law, Z).weights;
  const width = productOf(X.map((variable) => law.sizes[variable]!));
  const rows = given.map((total, z) => {
    if (total === 0) return null;
    return Object.freeze(weights.slice(z * width, (z + 1) * width).map((weight) => weight / total));
  });
  return Object.freeze(rows);
}
