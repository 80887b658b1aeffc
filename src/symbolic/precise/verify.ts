import { call, type Expression, isCall } from "../expression.js";
import type { Comparison, Membership, Proposition, Relation } from "../proposition.js";
import { type Rational, rational } from "../rational.js";
import { subtractValues } from "./arithmetic.js";
import { lowerOf, radiusOf, signOf, upperOf } from "./ball.js";
import { PrecisionError } from "./errors.js";
import { bitsOf, symbolsOf } from "./evaluateBall.js";
import { type Evaluator, evaluatorAt } from "./evaluation.js";
import { nearestWhole } from "./gamma.js";
import { log2Magnitude } from "./magnitude.js";
import { isExact, toBall, type Value } from "./value.js";

export type Point = Readonly<Record<string, Rational>>;

/** `rigorous` is false where an infinite sum or an integral has rested on an estimate. */
export type Verification =
  | { readonly status: "verified"; readonly points: number; readonly digits: number; readonly rigorous: boolean }
  | { readonly status: "refuted"; readonly at: Point; readonly rigorous: boolean }
  | { readonly status: "undecided"; readonly at: Point };

/** What one point says; "close": equal to the digits asked for, and not known to differ. */
type Finding = "true" | "false" | "close" | "unknown";

const guard = 32;
const mostAttempts = 6;

/**
 * Whether the expression is 0 to `digits` digits at every point: its ball contains 0 and reaches no further than 10^-digits times the
 * larger of the two terms (of a sum or difference; else of the expression's own factors and terms). "refuted" is a proof: a ball
 * that excludes 0. Throws a RangeError without points, and what `evaluateBall` throws.
 */
export function verifyZero(expression: Expression, points: readonly Point[], digits: number): Verification {
  const [left, right] = sidesOf(expression);
  return verifyAll(points, digits, (evaluator, bits) => {
    const finding = compareAt(evaluator, left, right, bits);
    return finding === "close" || finding === 0 ? "true" : finding === undefined ? "unknown" : "false";
  });
}

/**
 * Whether a statement holds at every point. Equal: to `digits` digits, evidence and no proof. Other comparisons are decided by balls:
 * "undecided" where the two sides agree to the digits, unless both are exact. Integers and Rationals: decided for exact values; a ball
 * can only refute an integer. Throws a RangeError without points, and what `evaluateBall` throws.
 */
export function verifyProposition(proposition: Proposition, points: readonly Point[], digits: number): Verification {
  if (proposition.relation === "Element") {
    return verifyAll(points, digits, (evaluator) => membership(evaluator, proposition));
  }
  return verifyAll(points, digits, (evaluator, bits) => comparison(evaluator, proposition, bits));
}

/** The two terms whose difference the expression is. */
function sidesOf(expression: Expression): readonly [Expression, Expression?] {
  if (!isCall(expression)) return [expression];
  const [left, right] = expression.args;
  if (expression.head === "Subtract") return [left!, right!];
  return expression.head === "Add" ? [left!, call("Negate", right!)] : [expression];
}

function verifyAll(
  points: readonly Point[],
  digits: number,
  find: (evaluator: Evaluator, bits: number) => Finding,
): Verification {
  if (points.length === 0) throw new RangeError("nothing is verified at no point");
  const bits = bitsOf(digits);
  let rigorous = true;
  for (const at of points) {
    const { finding, proof } = findAt(at, bits, find);
    rigorous &&= proof;
    if (finding === "false") return Object.freeze({ status: "refuted", at, rigorous: proof });
    if (finding !== "true") return Object.freeze({ status: "undecided", at });
  }
  return Object.freeze({ status: "verified", points: points.length, digits, rigorous });
}

/** Raises the precision until the point has an answer. */
function findAt(at: Point, bits: number, find: (evaluator: Evaluator, bits: number) => Finding) {
  const { read } = symbolsOf(at);
  for (let attempt = 1; ; attempt += 1) {
    const evaluator = evaluatorAt((bits + guard) * 2 ** (attempt - 1), read);
    try {
      const finding = find(evaluator, bits);
      if (finding !== "unknown" || attempt === mostAttempts) return { finding, proof: evaluator.isRigorous() };
    } catch (error) {
      if (attempt === mostAttempts || !(error instanceof PrecisionError)) throw error;
    }
  }
}

/** The sign of left - right, "close" where only 0 is in reach, undefined where the ball is too wide to say. */
function compareAt(evaluator: Evaluator, left: Expression, right: Expression | undefined, bits: number) {
  const a = evaluator.evaluate(left);
  const b = right === undefined ? rational(0) : evaluator.evaluate(right);
  const working = 4 * bits;
  const difference = subtractValues(a, b, working);
  const ball = toBall(difference, working);
  const sign = isExact(difference) ? signOf(toBall(difference, working)) : signOf(ball);
  if (sign !== undefined) return sign;
  const reach = log2Magnitude(upperOf(ball)) + bits;
  const proved = Math.max(sizeOf(a), sizeOf(b));
  if (reach <= proved) return "close";
  if (proved > Number.NEGATIVE_INFINITY) return undefined;
  // both sides may be 0: then what they are made of gives the scale, or 10^-digits where that may be nothing too
  const parts = [left, ...(right === undefined ? [] : [right])].map((side) => termSize(side, evaluator));
  return reach <= Math.max(...parts, -bits) ? "close" : undefined;
}

/** log2 of a proved lower bound of |value|; -Infinity where 0 is in reach. */
const sizeOf = (value: Value): number => log2Magnitude(lowerOf(toBall(value, 64)));

/** log2 of the size that a term has without the cancellation inside it. */
function termSize(expression: Expression, evaluator: Evaluator): number {
  const upper = (node: Expression) => log2Magnitude(upperOf(toBall(evaluator.evaluate(node), 64)));
  if (!isCall(expression)) return upper(expression);
  const [first, second] = expression.args;
  switch (expression.head) {
    case "Add":
    case "Subtract":
      return Math.max(termSize(first!, evaluator), termSize(second!, evaluator));
    case "Negate":
      return termSize(first!, evaluator);
    case "Multiply":
      return termSize(first!, evaluator) + termSize(second!, evaluator);
    case "Divide":
      return termSize(first!, evaluator) - upper(second!);
    default:
      return upper(expression);
  }
}

function comparison(evaluator: Evaluator, { relation, left, right }: Comparison, bits: number): Finding {
  const order = compareAt(evaluator, left, right, bits);
  if (order === undefined) return "unknown";
  if (order === "close") return relation === "Equal" ? "true" : "close";
  return holds[relation](order) ? "true" : "false";
}

const holds: Readonly<Record<Relation, (order: -1 | 0 | 1) => boolean>> = Object.freeze({
  Equal: (order) => order === 0,
  NotEqual: (order) => order !== 0,
  Less: (order) => order < 0,
  LessEqual: (order) => order <= 0,
  Greater: (order) => order > 0,
  GreaterEqual: (order) => order >= 0,
});

function membership(evaluator: Evaluator, { left, set }: Membership): Finding {
  const value = evaluator.evaluate(left);
  if (set === "Reals") return "true";
  if (isExact(value)) return set === "Rationals" || value.denominator === 1n ? "true" : "false";
  if (set === "Rationals") return "close";
  const distance = subtractValues(value, rational(nearestWhole(value)), 64);
  if (signOf(toBall(distance, 64)) !== undefined) return "false";
  return log2Magnitude(radiusOf(toBall(value, 64))) < -guard ? "close" : "unknown";
}
