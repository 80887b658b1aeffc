import { argumentsOf, type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import { refusal, type Source, shownPlace } from "./refuse.js";

type Real = (x: number) => number;

// Normalised values reach sqrt(2) in a batch of 3; farther out, exp(x^2/5) may overflow where nothing looks.
const points: readonly number[] = [0, 1, -1, 0.5, -0.5, 0.125, -0.125, 0.37, -0.37, 0.77, -0.77, 1.4, -1.4];

/** The deepest call on the branch taken at x whose arguments are finite and whose value is not. */
function overflowingCall(expression: Expression, x: number): Expression {
  const values = new Map<Expression, number>();
  fold<number>(expression, (node, args) => {
    const value = node.head === "Number" ? node.value : isCall(node) ? heads[node.head].evaluate(...args) : x;
    values.set(node, value);
    return value;
  });
  const isBad = (node: Expression) => !Number.isFinite(values.get(node)!);
  const taken = (node: Expression): readonly Expression[] => {
    const [test, then, otherwise] = argumentsOf(node);
    return node.head === "Conditional" ? [test!, values.get(test!) !== 0 ? then! : otherwise!] : argumentsOf(node);
  };
  let node = expression;
  for (;;) {
    const inner = taken(node).find((arg) => isCall(arg) && isBad(arg));
    if (inner === undefined) return node;
    node = inner;
  }
}

/**
 * Throws where phi, phi' or phi'' leaves double precision on |x| <= 1.4: infinite, or no number. A scale whose square
 * overflows is left alone, since no rate depends on it. `places` may be singular and are left out.
 */
export function refuseOverflow(
  expression: Expression,
  [value, slope, second]: readonly [Real, Real, Real],
  places: readonly number[],
  source: Source,
): void {
  const refuse = (code: "divergent" | "undefined-value", message: string, remedy: string, x: number): never => {
    throw refusal(code, message, remedy, expression, overflowingCall(expression, x), source);
  };
  const regular = points.filter((point) => places.every((place) => Math.abs(point - place) > 1e-9));
  for (const x of regular) {
    if (Number.isFinite(value(x))) continue;
    const message = `the scale of phi overflows double precision at ${shownPlace(x)}`;
    refuse("divergent", message, "divide phi by its scale, on which no rate depends without epsilon", x);
  }
  for (const x of regular) {
    if (Number.isFinite(slope(x)) && Number.isFinite(second(x))) continue;
    const message = `the slope of phi overflows double precision at ${shownPlace(x)}`;
    refuse("undefined-value", message, "divide phi by its scale; for a jump, use sign(x) or step(x)", x);
  }
}
