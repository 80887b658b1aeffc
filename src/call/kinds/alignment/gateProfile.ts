/** psi(theta) as text. */
import { domainError } from "../../../numeric/domain.js";
import { compile } from "../../../symbolic/compile.js";
import { evaluate } from "../../../symbolic/evaluate.js";
import { call, type Expression, equal, fold, isCall, symbol } from "../../../symbolic/expression.js";
import { parseTerm } from "../../../symbolic/formula/parse.js";
import { type GateProfile, isotropicProfile } from "../../../theory/alignment/dynamics/gateProfile.js";

export const standardProfile = "(pi-theta)/(2 pi)";

const [theta, supplement] = [symbol("theta"), symbol("supplement")];
const difference = call("Subtract", call("Pi"), theta);

/** Where pi - theta is written, the number that keeps its digits near pi. */
const withSupplement = (expression: Expression): Expression =>
  fold<Expression>(expression, (node, args) => {
    if (equal(node, difference)) return supplement;
    return isCall(node) ? call(node.head, ...args) : node;
  });

function assertOnlyTheta(text: string, expression: Expression): void {
  fold<void>(expression, (node) => {
    if (node.head !== "Symbol" || node.name === "theta") return;
    throw domainError(
      "psi",
      text,
      "a formula in theta",
      `${node.name} is not known: write for example ${standardProfile}.`,
    );
  });
}

/** The profile that a text such as "(pi-theta)/(2 pi)" describes. Throws a TheoryError for what is no formula in theta. */
export function gateProfile(text: string): GateProfile {
  const expression = parseTerm(text.replaceAll("π", "pi").replaceAll("θ", "theta"));
  assertOnlyTheta(text, expression);
  if (equal(expression, parseTerm(standardProfile))) return isotropicProfile;
  const split = withSupplement(expression);
  if (equal(split, expression)) {
    const psi = compile(expression, "theta");
    return (angle) => psi(angle);
  }
  return (angle, rest) => evaluate(split, { theta: angle, supplement: rest });
}
