import { call, comparisonHeads, type Expression, equal, fold, isCall, number } from "../expression.js";
import { heads } from "../heads.js";

interface Resolved {
  readonly node: Expression;
  readonly value: number;
}

/** The branch that holds at x: |g| -> g or -g, max -> one argument, c ? a : b -> one branch, sign and tests -> numbers. */
export function resolveAt(expression: Expression, x: number): Expression {
  return fold<Resolved>(expression, (node, args) => {
    if (node.head === "Number") return { node, value: node.value };
    if (!isCall(node)) return { node, value: x };
    const value = heads[node.head].evaluate(...args.map((arg) => arg.value));
    return { node: branch(node, args, value), value };
  }).node;
}

const deciders: ReadonlySet<string> = new Set(["Abs", "Sign", "Step", "Max", "Min", ...comparisonHeads]);

/**
 * True when a branch is decided at x by a tie of two different things: erfc(x) is 0 far out only by underflow, so no sign
 * may be read off there.
 */
export function isTieAt(expression: Expression, x: number): boolean {
  let tie = false;
  fold<number>(expression, (node, args) => {
    if (node.head === "Number") return node.value;
    if (!isCall(node)) return x;
    const [a, b] = node.args;
    const undecided = deciders.has(node.head) && args[0] === (args[1] ?? 0);
    const constant = args.length === 1 ? a!.head === "Number" : equal(a!, b!) || (isNumber(a!) && isNumber(b!));
    tie ||= undecided && !constant;
    return heads[node.head].evaluate(...args);
  });
  return tie;
}

const isNumber = (a: Expression) => a.head === "Number";

function branch(node: Expression & { head: string }, args: readonly Resolved[], value: number): Expression {
  const [a, b, c] = args;
  switch (node.head) {
    case "Abs":
      return a!.value < 0 ? call("Negate", a!.node) : a!.node;
    case "Max":
      return a!.value >= b!.value ? a!.node : b!.node;
    case "Min":
      return a!.value <= b!.value ? a!.node : b!.node;
    case "Conditional":
      return a!.value !== 0 ? b!.node : c!.node;
    case "Sign":
    case "Step":
    case "Less":
    case "LessEqual":
    case "Greater":
    case "GreaterEqual":
    case "Equal":
    case "NotEqual":
    case "And":
    case "Or":
    case "Not":
      return number(value);
    default:
      return isCall(node) ? call(node.head, ...args.map((arg) => arg.node)) : node;
  }
}
