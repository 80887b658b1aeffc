import { negative, over, plus, times } from "../build.js";
import { type Expression, fold, integer } from "../expression.js";
import { rationalOf, sameValue } from "./decide.js";
import { tidy } from "./linearForm.js";

/** "any" is the degree of 0; null is no degree. */
type Degree = Expression | "any" | null;

const zero = integer(0);

const same: readonly Expression["head"][] = ["Add", "Subtract", "Max", "Min"];
const comparisons: readonly Expression["head"][] = [
  "Less",
  "LessEqual",
  "Greater",
  "GreaterEqual",
  "Equal",
  "NotEqual",
];

function common(a: Degree, b: Degree): Degree {
  if (a === "any") return b;
  if (b === "any" || a === null || b === null) return b === null ? null : a;
  return sameValue(a, b) ? a : null;
}

function sum(a: Degree, b: Degree): Degree {
  if (a === null || b === null) return null;
  return a === "any" || b === "any" ? "any" : tidy(plus(a, b));
}

const scaled = (a: Degree, factor: Expression): Degree => (a === null || a === "any" ? null : tidy(times(factor, a)));

function degreeOfCall(node: Expression, degrees: readonly Degree[], args: readonly Expression[]): Degree {
  const [a, b, c] = degrees as [Degree, Degree, Degree];
  if (same.includes(node.head)) return common(a, b);
  switch (node.head) {
    case "Multiply":
      return sum(a, b);
    case "Divide":
      return b === null || b === "any" ? null : sum(a, negative(b));
    case "Negate":
    case "Abs":
      return a;
    case "Sqrt":
      return scaled(a, over(1, 2));
    case "Cbrt":
      return scaled(a, over(1, 3));
    case "Power":
      return sameValue(args[1]!, zero) ? zero : scaled(a, args[1]!);
    case "Sign":
    case "Step":
      return a === null ? null : zero;
    case "Conditional":
      return a === null ? null : common(b, c);
    default:
      break;
  }
  if (comparisons.includes(node.head)) return common(a, b) === null ? null : zero;
  // Any function of what does not change with the scale does not change either.
  return degrees.every((degree) => degree !== null && degree !== "any" && sameValue(degree, zero)) ? zero : null;
}

/**
 * The d with f(s z) = s^d f(z) for every s > 0, z the named symbols, where it can be read off the expression; null where it
 * cannot. The expression must have no binders. 0 for an expression that is 0.
 */
export function homogeneousDegree(expression: Expression, variables: readonly string[]): Expression | null {
  const free = (node: Expression) =>
    fold<boolean>(node, (part, args) =>
      part.head === "Symbol" ? !variables.includes(part.name) : args.every(Boolean),
    );
  const visit = (node: Expression): Degree => {
    if (node.head === "Symbol" && variables.includes(node.name)) return integer(1);
    if (free(node)) return rationalOf(node)?.numerator === 0n ? "any" : zero;
    const args = "args" in node ? node.args : [];
    if (node.head === "Power" && !free(args[1]!)) return null;
    return degreeOfCall(node, args.map(visit), args);
  };
  const degree = visit(expression);
  return degree === "any" ? zero : degree;
}
