import { TheoryError } from "../../errors.js";
import { call, contains, type Expression, isCall, number } from "../expression.js";
import { resolveAt } from "./resolve.js";
import { isPositive } from "./signs.js";
import { activationDomain } from "./syntaxError.js";
import { type Zero, zeros } from "./zeros.js";

export const analysisWindow = 64;
export const maximumBreakpoints = 400;

const one = number(1);
const oneMinusSquare = (u: Expression) => call("Multiply", call("Subtract", one, u), call("Add", one, u));

/** The functions whose zeros are the only places where this call may fail to be analytic in its arguments. */
function singularFunctions(node: Expression): readonly Expression[] {
  if (!isCall(node)) return [];
  const [a, b] = node.args;
  switch (node.head) {
    case "Abs":
    case "Sign":
    case "Step":
    case "Sqrt":
    case "Cbrt":
    case "Log":
    case "Log2":
    case "Log10":
    case "Conditional":
    case "Not":
      return [a!];
    case "And":
    case "Or":
      return [a!, b!];
    case "Min":
    case "Max":
    case "Less":
    case "LessEqual":
    case "Greater":
    case "GreaterEqual":
    case "Equal":
    case "NotEqual":
      return [call("Subtract", a!, b!)];
    case "Divide":
      return [b!];
    case "Power":
      return contains(b!, "x") || !isWhole(b!) ? [a!] : [];
    case "Log1p":
      return [call("Add", one, a!)];
    case "Tan":
      return [call("Cos", a!)];
    case "Asin":
    case "Acos":
    case "Atanh":
      return [oneMinusSquare(a!)];
    case "Acosh":
      return [call("Subtract", a!, one)];
    default:
      return [];
  }
}

const isWhole = (exponent: Expression) =>
  exponent.head === "Number" && Number.isInteger(exponent.value) && exponent.value >= 0;

/** Sorted, with places that agree to rounding merged; a proved place wins over a sampled one. */
function merge(found: readonly Zero[]): readonly Zero[] {
  const sorted = [...found].sort((a, b) => a.at - b.at);
  const merged: Zero[] = [];
  for (const zero of sorted) {
    const last = merged.at(-1);
    if (last === undefined || zero.at - last.at > 1e-12 * Math.max(1e-3, Math.abs(zero.at))) merged.push(zero);
    else if (last.evidence === "sampled" && zero.evidence === "proved") merged[merged.length - 1] = zero;
  }
  return merged;
}

function tooMany(text: string): TheoryError {
  return new TheoryError(
    `the activation has over ${maximumBreakpoints} kinks or poles within |x| <= ${analysisWindow}`,
    {
      code: "not-applicable",
      parameter: "activation",
      value: text,
      domain: activationDomain,
      remedy: "use an activation with fewer kinks, or a lower frequency inside abs, sign, min and max",
    },
  );
}

/**
 * Every place in [-window, window] where the expression may fail to be analytic. Arguments are settled first: between
 * their candidates they are smooth branches, whose zeros are then found branch by branch.
 */
export function candidates(expression: Expression, text: string): readonly Zero[] {
  const known = new Map<Expression, readonly Zero[]>();
  const of = (node: Expression): readonly Zero[] => {
    let found = known.get(node);
    if (found !== undefined) return found;
    const inner = merge(isCall(node) ? node.args.flatMap(of) : []);
    const edges = [-analysisWindow, ...inner.map(({ at }) => at), analysisWindow];
    const own = singularFunctions(node).flatMap((g) =>
      contains(g, "x") && !isPositive(g) ? zerosBetween(g, edges) : [],
    );
    found = merge([...inner, ...own]);
    if (found.length > maximumBreakpoints) throw tooMany(text);
    known.set(node, found);
    return found;
  };
  return of(expression);
}

function zerosBetween(g: Expression, edges: readonly number[]): readonly Zero[] {
  return edges.slice(1).flatMap((right, i) => {
    const left = edges[i]!;
    return left < right ? zeros(resolveAt(g, left + (right - left) / 2), left, right) : [];
  });
}
