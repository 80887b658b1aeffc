import { argumentsOf, type Expression, fold, isCall } from "../expression.js";
import { heads } from "../heads.js";
import { refusal, type Source, shownPlace } from "./refuse.js";

type Real = (x: number) => number;

/** Squares, their sums and their products with weights stay below 1.8e308 from here. */
const largestValue = 1e150;

// Every batch reaches |x| = 1; farther out, exp(x^2/5) may overflow where nothing looks.
const points: readonly number[] = [0, 1, -1, 0.5, -0.5, 0.125, -0.125, 0.37, -0.37, 0.77, -0.77, 0.013, -0.013];

/** The deepest call on the branch taken at x whose arguments are within bounds and whose value is not. */
function overflowingCall(expression: Expression, x: number): Expression {
  const values = new Map<Expression, number>();
  fold<number>(expression, (node, args) => {
    const value = node.head === "Number" ? node.value : isCall(node) ? heads[node.head].evaluate(...args) : x;
    values.set(node, value);
    return value;
  });
  const isBad = (node: Expression) => !(Math.abs(values.get(node)!) <= largestValue);
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
 * Throws where phi, phi' or phi'' leaves double precision on |x| <= 1: a scale over 1e150, or a step so steep that its
 * slope is no number. `places` may be singular and are left out.
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
  for (const x of points.filter((point) => places.every((place) => Math.abs(point - place) > 1e-9))) {
    if (!(Math.abs(value(x)) <= largestValue)) {
      const message = `the scale of phi overflows double precision: |phi| is over ${largestValue} at ${shownPlace(x)}`;
      refuse("divergent", message, "divide phi by its scale: without epsilon no rate depends on it", x);
    }
    if (!Number.isFinite(slope(x)) || !Number.isFinite(second(x))) {
      const message = `the slope of phi overflows double precision at ${shownPlace(x)}`;
      refuse("undefined-value", message, "make phi less steep, or use sign(x) or step(x) for a jump", x);
    }
  }
}
