import { type Expression, fold, type HeadName, isCall } from "../expression.js";

/** What the shape of a tree shows about its sign for every real x: > 0, >= 0, or nothing. */
type Sign = "positive" | "nonnegative" | "unknown";

const positiveHeads: ReadonlySet<HeadName> = new Set<HeadName>(["Exp", "Cosh", "Sech", "Sigmoid", "Softplus", "Erfc"]);

function signOfCall(node: Expression, args: readonly Sign[]): Sign {
  if (node.head === "Number") return node.value > 0 ? "positive" : node.value === 0 ? "nonnegative" : "unknown";
  if (!isCall(node)) return "unknown";
  const [a, b] = args;
  const known = a !== "unknown" && b !== "unknown";
  switch (node.head) {
    case "Add":
      return !known ? "unknown" : a === "positive" || b === "positive" ? "positive" : "nonnegative";
    case "Multiply":
    case "Divide":
      return !known ? "unknown" : a === "positive" && b === "positive" ? "positive" : "nonnegative";
    case "Max":
      return a === "positive" || b === "positive" ? "positive" : a === b ? a! : known ? "nonnegative" : "unknown";
    case "Sqrt":
      return a === "positive" ? "positive" : "nonnegative";
    case "Abs":
      return a === "positive" ? "positive" : "nonnegative";
    case "Power": {
      const exponent = node.args[1]!;
      const even = exponent.head === "Number" && exponent.value % 2 === 0;
      return a === "positive" ? "positive" : even || a === "nonnegative" ? "nonnegative" : "unknown";
    }
    default:
      return positiveHeads.has(node.head) ? "positive" : "unknown";
  }
}

/** True when the tree shows at a glance that it has no zero: 1 + x^2, 2 + abs(x), 1 + exp(-x). */
export const isPositive = (expression: Expression): boolean => fold<Sign>(expression, signOfCall) === "positive";
