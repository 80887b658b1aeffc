import type { Expression } from "../expression.js";
import type { Rational } from "../rational.js";
import { type Ball, fromRational, radiusOf, upperOf } from "./ball.js";
import { PrecisionError } from "./errors.js";
import { evaluatorAt } from "./evaluation.js";
import { log2Magnitude } from "./magnitude.js";
import { isExact, type Value } from "./value.js";

/** A ball and whether it is proved to enclose: not where an infinite sum or an integral rests on an estimate. */
export interface PreciseValue extends Ball {
  readonly rigorous: boolean;
}

export type PreciseValues = Readonly<Record<string, Rational | Ball | PreciseValue>>;

const bitsPerDigit = Math.log2(10);
const mostDigits = 10_000;
const guard = 24;
const mostAttempts = 8;
/** Beyond this the fixed-point kernels' error bounds are not stated. */
const mostBits = 150_000;

/** Throws a RangeError for digits that are not a whole number of 1 .. 10000. */
export function bitsOf(digits: number): number {
  if (!(Number.isInteger(digits) && digits >= 1 && digits <= mostDigits))
    throw new RangeError(`digits must be a whole number of 1 .. ${mostDigits}, not ${digits}`);
  return Math.ceil(digits * bitsPerDigit);
}

/** The values of the symbols; `estimated` tells whether one that was asked for is no proof. */
export function symbolsOf(values: PreciseValues): { read: (name: string) => Value; estimated: () => boolean } {
  let estimated = false;
  return {
    read: (name) => {
      if (!Object.hasOwn(values, name)) throw new RangeError(`the symbol ${name} has no value`);
      const value = values[name]!;
      if ("rigorous" in value && !value.rigorous) estimated = true;
      return value;
    },
    estimated: () => estimated,
  };
}

/**
 * The value of an expression as a ball with a radius of at most 10^-digits times it: the precision is raised until it is. Stops
 * earlier where the value is proved to be below 10^(-2 digits), and where more bits do not help: balls among the values, integrals.
 * Whatever the radius, it encloses, unless `rigorous` is false. Doubles among the leaves stand for their exact binary value.
 * Throws a RangeError that names head and argument for poles, domains, symbols without value and what no precision decides.
 */
export function evaluateBall(expression: Expression, values: PreciseValues, digits: number): PreciseValue {
  const target = bitsOf(digits) + 1;
  const symbols = symbolsOf(values);
  let best: PreciseValue | undefined;
  let accuracy = Number.NEGATIVE_INFINITY;
  let precision = target + guard;
  for (let attempt = 1; attempt <= mostAttempts && precision <= mostBits; attempt += 1) {
    const result = attemptAt(expression, symbols.read, precision, attempt === mostAttempts || 2 * precision > mostBits);
    if (result === undefined) {
      precision *= 2;
      continue;
    }
    const ball = isExact(result.value) ? fromRational(result.value, precision) : result.value;
    const reached = accuracyOf(ball);
    const stalled = reached <= accuracy + 1 && attempt > 2;
    if (best === undefined || reached > accuracy) best = { ...ball, rigorous: result.rigorous && !symbols.estimated() };
    accuracy = Math.max(accuracy, reached);
    const negligible = log2Magnitude(upperOf(ball)) < -2 * target;
    if (reached >= target || negligible || stalled || (!result.rigorous && attempt > 1)) break;
    // what is missing, and at least half as much again once that has been tried
    const missing = precision + Math.min(target - reached, precision) + 8;
    precision = Math.ceil(Math.max(missing, attempt > 2 ? 1.5 * precision : 0));
  }
  return best!;
}

/** The leading bits that the radius leaves; Infinity for an exact number. */
function accuracyOf(ball: Ball): number {
  if (ball.radius === 0) return Number.POSITIVE_INFINITY;
  return log2Magnitude(upperOf(ball)) - log2Magnitude(radiusOf(ball));
}

/** Undefined where the precision does not decide, unless it is the last one. */
function attemptAt(expression: Expression, read: (name: string) => Value, precision: number, last: boolean) {
  try {
    const evaluator = evaluatorAt(precision, read);
    return { value: evaluator.evaluate(expression), rigorous: evaluator.isRigorous() };
  } catch (error) {
    if (last || !(error instanceof PrecisionError)) throw error;
    return undefined;
  }
}
