import { compareRational, type Rational, rational } from "../rational.js";
import { floorOf } from "./constant.js";

/** lower <= value <= upper, or < where open; null is no bound. */
export interface Bounds {
  readonly lower: Rational | null;
  readonly upper: Rational | null;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

export const anywhere: Bounds = Object.freeze({ lower: null, upper: null, lowerOpen: false, upperOpen: false });

export const atLeast = (lower: Rational, open = false): Bounds => ({ ...anywhere, lower, lowerOpen: open });

export const atMost = (upper: Rational, open = false): Bounds => ({ ...anywhere, upper, upperOpen: open });

/** lower < value < upper */
export const strictlyBetween = (lower: Rational, upper: Rational): Bounds => ({
  lower,
  upper,
  lowerOpen: true,
  upperOpen: true,
});

/** The tighter of two one-sided bounds: the larger one for side 1, the smaller one for side -1. */
function tighter(
  [a, aOpen]: readonly [Rational | null, boolean],
  [b, bOpen]: readonly [Rational | null, boolean],
  side: 1 | -1,
): readonly [Rational | null, boolean] {
  if (a === null || b === null) return a === null ? [b, bOpen] : [a, aOpen];
  const order = compareRational(a, b);
  if (order === 0) return [a, aOpen || bOpen];
  return order === side ? [a, aOpen] : [b, bOpen];
}

/** What both bounds say. */
export function intersect(a: Bounds, b: Bounds): Bounds {
  const [lower, lowerOpen] = tighter([a.lower, a.lowerOpen], [b.lower, b.lowerOpen], 1);
  const [upper, upperOpen] = tighter([a.upper, a.upperOpen], [b.upper, b.upperOpen], -1);
  return { lower, upper, lowerOpen, upperOpen };
}

const isWhole = ({ denominator }: Rational) => denominator === 1n;

/** The bounds of whole numbers: the first and the last of them, closed. */
export function wholeBounds({ lower, upper, lowerOpen, upperOpen }: Bounds): Bounds {
  const first = (value: Rational) => floorOf(value) + (isWhole(value) && !lowerOpen ? 0n : 1n);
  const last = (value: Rational) => floorOf(value) - (isWhole(value) && upperOpen ? 1n : 0n);
  return {
    ...anywhere,
    lower: lower && rational(first(lower)),
    upper: upper && rational(last(upper)),
  };
}

/** True when a whole interval of values is left. */
export const isWide = ({ lower, upper }: Bounds): boolean =>
  lower === null || upper === null || compareRational(lower, upper) === -1;
