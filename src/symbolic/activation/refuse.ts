import { type Place, TheoryError, type TheoryErrorCode } from "../../errors.js";
import { Expansion } from "../asymptotics/expand.js";
import { compile } from "../compile.js";
import { argumentsOf, type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import { activationDomain } from "./syntaxError.js";

/** The text that an expression was read from, and where its nodes stand in it. */
export interface Source {
  readonly text: string;
  readonly places: ReadonlyMap<Expression, Place>;
}

/** The smallest place in the text that holds the node: its own, or that of the nearest node above it. */
function placeOf(root: Expression, target: Expression, source: Source): Place | undefined {
  let best: Place | undefined;
  const seen = new Set<Expression>();
  const search = (node: Expression, above: Place | undefined): boolean => {
    const here = source.places.get(node) ?? above;
    if (node === target) {
      best = here;
      return true;
    }
    if (seen.has(node)) return false;
    seen.add(node);
    return argumentsOf(node).some((arg) => search(arg, here));
  };
  search(root, undefined);
  return best;
}

export function refusal(
  code: TheoryErrorCode,
  message: string,
  remedy: string,
  root: Expression,
  target: Expression,
  source: Source,
): TheoryError {
  const place = placeOf(root, target, source);
  const details = { code, parameter: "activation", value: source.text, domain: activationDomain, remedy };
  return new TheoryError(message, place === undefined ? details : { ...details, place });
}

/** A place in x as a reader would write it. */
export const shownPlace = (x: number): string => `x = ${Number(x.toPrecision(6))}`;

/** Beyond this, exp underflows to 0 and 0/0 may only mean that the formula is evaluated too far out. */
const safeRadius = 24;
const domainHeads: ReadonlySet<string> = new Set([
  "Log",
  "Log2",
  "Log10",
  "Log1p",
  "Sqrt",
  "Asin",
  "Acos",
  "Acosh",
  "Atanh",
  "Power",
]);

/** The deepest call on the branch taken at x whose arguments are finite and whose value is not. */
function culprit(expression: Expression, x: number): Expression | null {
  const values = new Map<Expression, number>();
  fold<number>(expression, (node, args) => {
    const value = node.head === "Number" ? node.value : isCall(node) ? heads[node.head].evaluate(...args) : x;
    values.set(node, value);
    return value;
  });
  const search = (node: Expression): Expression | null => {
    if (!isCall(node) || Number.isFinite(values.get(node)!)) return null;
    const [test, then, otherwise] = node.args;
    const taken = node.head === "Conditional" ? [test!, values.get(test!) !== 0 ? then! : otherwise!] : node.args;
    for (const arg of taken) {
      const inner = search(arg);
      if (inner !== null) return inner;
    }
    if (!node.args.every((arg) => Number.isFinite(values.get(arg)!))) return null;
    const value = values.get(node)!;
    if (domainHeads.has(node.head) && Number.isNaN(value)) return node;
    const [a, b] = node.args.map((arg) => values.get(arg)!);
    const zeroDivision = (node.head === "Divide" && b === 0) || (node.head === "Power" && a === 0 && b! < 0);
    const logOfZero = node.head.startsWith("Log") && value === -Infinity;
    return Math.abs(x) <= safeRadius && (zeroDivision || logOfZero) ? node : null;
  };
  return search(expression);
}

const remedies: Partial<Record<string, string>> = {
  Log: "write log(abs(x)) or log(1 + x^2)",
  Log2: "write log2(abs(x)) or log2(1 + x^2)",
  Log10: "write log10(abs(x)) or log10(1 + x^2)",
  Log1p: "write log1p(abs(x)) or log1p(x^2)",
  Sqrt: "write sqrt(abs(x)) or sqrt(1 + x^2)",
  Power: "write relu(x)^1.5 or abs(x)^1.5",
  Asin: "keep its argument between -1 and 1, as in asin(tanh(x)), or use atan(x)",
  Acos: "keep its argument between -1 and 1, as in acos(tanh(x))",
  Acosh: "keep its argument at least 1, as in acosh(1 + x^2), or use asinh(x)",
  Atanh: "keep its argument between -1 and 1, as in atanh(x/(1 + abs(x)))",
  Divide: "keep the denominator away from 0",
};

/**
 * Throws where the expression has no real value on a whole interval: between candidates a sign is constant, so one inner
 * point of each interval decides, and a few more guard against candidates that sampling missed.
 */
export function refuseUndefined(
  expression: Expression,
  places: readonly number[],
  window: number,
  source: Source,
): void {
  const value = compile(expression);
  const edges = [-window, ...places, window];
  const points = edges.slice(1).flatMap((right, i) => {
    const width = right - edges[i]!;
    return [0.5, 0.1234, 0.8766].map((part) => edges[i]! + part * width);
  });
  for (const x of [0.5, -0.5, 3.7, -3.7, ...points, -1e2, 1e2, -1e3, 1e3, -1e4, 1e4]) {
    if (places.includes(x) || Number.isFinite(value(x))) continue;
    const node = culprit(expression, x);
    if (node === null) continue;
    const name = isCall(node) ? nameOf(node.head) : "this";
    const message = `${name} has no real value for some x, for example ${shownPlace(x)}`;
    const remedy = remedies[node.head] ?? "restrict its argument";
    throw refusal("undefined-value", message, remedy, expression, node, source);
  }
}

const nameOf = (head: keyof typeof heads) => {
  const { notation } = heads[head];
  return notation.form === "function" ? notation.name : head === "Divide" ? "this quotient" : "this power";
};

/** The deepest call that is as singular as a square-integrable function may not be, seen from one side of `at`. */
export function singularCall(expression: Expression, at: number): Expression {
  for (const side of [1, -1] as const) {
    const expansion = new Expansion({ at, side });
    const diverges = (node: Expression): boolean => {
      try {
        const order = expansion.of(node).terms[0]?.order;
        return order !== undefined && (order.power <= -0.5 || (order.exponent[0]?.coefficient ?? 0) > 0);
      } catch {
        return false;
      }
    };
    let node = expression;
    if (!diverges(node)) continue;
    for (;;) {
      const inner = argumentsOf(node).find(diverges);
      if (inner === undefined) return node;
      node = inner;
    }
  }
  return expression;
}

/** The innermost call that already grows too fast on its own, for the caret. */
export function fastCall(expression: Expression, isTooFast: (node: Expression) => boolean): Expression {
  let node = expression;
  for (;;) {
    const inner = argumentsOf(node).find(isTooFast);
    if (inner === undefined) return node;
    node = inner;
  }
}
