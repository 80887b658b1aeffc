/**
 * I(X;Y|Z) = sum p(x,y,z) log(p(x,y,z) p(z)/(p(x,z) p(y,z))) in nats, for disjoint sets of variables of a finite law; 0 log 0 = 0. It vanishes if and only if
 * X and Y are conditionally independent given Z: p(x,y,z) p(z) = p(x,z) p(y,z) at every state. Source: standard; Definition A.7 uses the independence.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";
import { assertVariables, type JointLaw, marginalLaw, placesIn } from "./jointLaw.js";
import { jointShape } from "./shapes.js";

/** The four laws at each state of (X, Y, Z). */
function factors(law: JointLaw, X: readonly number[], Y: readonly number[], Z: readonly number[]) {
  assertShapes({ law: jointShape }, { law });
  for (const [name, variables] of Object.entries({ X, Y, Z })) assertVariables(name, variables, law);
  const all = [...X, ...Y, ...Z];
  if (new Set(all).size !== all.length) {
    const remedy = "Each variable belongs to one of them.";
    throw domainError("X, Y, Z", `[${X}], [${Y}], [${Z}]`, "sets of variables that do not meet", remedy);
  }
  const whole = marginalLaw(law, all);
  const x = X.map((_, i) => i);
  const y = Y.map((_, i) => X.length + i);
  const z = Z.map((_, i) => X.length + Y.length + i);
  const at = (variables: readonly number[]) => {
    const { weights } = marginalLaw(whole, variables);
    const places = placesIn(whole.sizes, variables);
    return (state: number) => weights[places[state]!]!;
  };
  return { whole, xz: at([...x, ...z]), yz: at([...y, ...z]), z: at(z) };
}

/**
 * I(X;Y|Z) of disjoint lists of variables, nats; Z is empty by default: I(X;Y). States of probability zero count for nothing. Rounding: about 1e-15 times the
 * number of states; never negative.
 * @throws TheoryError "domain" for variables that there are not, or that are in two lists.
 */
export function conditionalMutualInformation(
  law: JointLaw,
  X: readonly number[],
  Y: readonly number[],
  Z: readonly number[] = [],
): number {
  const { whole, xz, yz, z } = factors(law, X, Y, Z);
  const terms = whole.weights.map((p, i) => (p === 0 ? 0 : p * Math.log((p / xz(i)) * (z(i) / yz(i)))));
  return Math.max(0, compensatedSum(terms));
}

/**
 * Largest |p(x,y,z) p(z) - p(x,z) p(y,z)| over the states: zero if and only if X and Y are conditionally independent given Z. No logarithms, so that states
 * of tiny probability do no harm.
 * @throws TheoryError "domain" as `conditionalMutualInformation`.
 */
export function dependence(
  law: JointLaw,
  X: readonly number[],
  Y: readonly number[],
  Z: readonly number[] = [],
): number {
  const { whole, xz, yz, z } = factors(law, X, Y, Z);
  return whole.weights.reduce((most, p, i) => Math.max(most, Math.abs(p * z(i) - xz(i) * yz(i))), 0);
}
