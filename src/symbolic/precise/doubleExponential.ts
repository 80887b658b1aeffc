import { add, type Ball, divide, exactBall, multiply, negate, one, scale, subtract, upperOf, zero } from "./ball.js";
import { pi } from "./constants.js";
import { exp } from "./exponential.js";
import { log2Magnitude } from "./magnitude.js";
import { toBall, type Value } from "./value.js";

/** An end of a range: a value, or an infinity as a double. */
export type Bound = Value | number;

/** Where the integrand is asked, and dx/dt there. */
export interface Node {
  readonly place: Ball;
  readonly weight: Ball;
}

/** x(t) at t = direction * index / 2^level, index >= 0. */
export type Rule = (level: number, index: number, direction: 1 | -1) => Node;

interface Growth {
  /** e^(pi/2 sinh t). */
  readonly growth: Ball;
  /** pi/2 cosh t. */
  readonly slope: Ball;
}

/** Keeps what was computed for the precision asked for last. */
function rememberedGrowth(): (level: number, index: number, precision: number) => Growth {
  let known = { precision: 0, values: new Map<number, Growth>() };
  return (level, index, precision) => {
    if (known.precision !== precision) known = { precision, values: new Map() };
    const t = index / 2 ** level;
    const before = known.values.get(t);
    if (before !== undefined) return before;
    const e = exp(exactBall(index, -level), precision);
    const inverse = divide(one, e, precision);
    const quarter = scale(pi(precision), -2);
    const growth = exp(multiply(subtract(e, inverse, precision), quarter, precision), precision);
    const value = { growth, slope: multiply(add(e, inverse, precision), quarter, precision) };
    known.values.set(t, value);
    return value;
  };
}

const growthAt = rememberedGrowth();

/** The largest t worth asking: there x is within 2^(-8 precision) of its end. */
export const furthest = (precision: number): number => Math.asinh((8 * precision * Math.LN2) / Math.PI);

/**
 * The change of variable for a range, with g = e^(pi/2 sinh t): x = (a + b g^2)/(1 + g^2) between finite bounds, x = a + g on a half
 * line, x = (g - 1/g)/2 on the line; with the sign of the direction from `a` to `b`. Undefined for an empty range.
 */
export function ruleFor(a: Bound, b: Bound, precision: number): Rule | undefined {
  if (typeof a === "number" && typeof b === "number") return a === b ? undefined : line(a < b ? 1 : -1, precision);
  if (typeof a === "number") return halfLine(toBall(b as Value, 10 * precision), a > 0 ? 1 : -1, -1, precision);
  if (typeof b === "number") return halfLine(toBall(a, 10 * precision), b > 0 ? 1 : -1, 1, precision);
  return finite(toBall(a, 10 * precision), toBall(b, 10 * precision), precision);
}

/** start + distance, exact to `precision` bits of the distance. */
function offset(start: Ball, distance: Ball, precision: number): Ball {
  const apart = log2Magnitude(upperOf(start)) - log2Magnitude(upperOf(distance));
  return add(start, distance, precision + 8 + Math.max(0, Math.min(Math.ceil(apart), 10 * precision)));
}

function finite(a: Ball, b: Ball, precision: number): Rule {
  const length = subtract(b, a, precision);
  return (level, index, direction) => {
    const { growth, slope } = growthAt(level, index, precision);
    const square = multiply(growth, growth, precision);
    const share = divide(one, add(one, square, precision), precision);
    const distance = multiply(length, share, precision);
    const density = multiply(multiply(square, share, precision), scale(slope, 1), precision);
    const place = direction > 0 ? offset(b, negate(distance), precision) : offset(a, distance, precision);
    return { place, weight: multiply(distance, density, precision) };
  };
}

/** From `start` to the infinity on the `side`, counted with `sign`. */
function halfLine(start: Ball, side: 1 | -1, sign: 1 | -1, precision: number): Rule {
  return (level, index, direction) => {
    const { growth, slope } = growthAt(level, index, precision);
    const distance = direction > 0 ? growth : divide(one, growth, precision);
    const weight = multiply(distance, slope, precision);
    const place = offset(start, side > 0 ? distance : negate(distance), precision);
    return { place, weight: side * sign > 0 ? weight : negate(weight) };
  };
}

function line(sign: 1 | -1, precision: number): Rule {
  return (level, index, direction) => {
    const { growth, slope } = growthAt(level, index, precision);
    const inverse = divide(one, growth, precision);
    const place = index === 0 ? zero : scale(subtract(growth, inverse, precision), -1);
    const weight = multiply(scale(add(growth, inverse, precision), -1), slope, precision);
    return { place: direction > 0 ? place : negate(place), weight: sign > 0 ? weight : negate(weight) };
  };
}
