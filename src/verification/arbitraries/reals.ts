import { type Arbitrary, constantFrom, integer, oneof, tuple } from "fast-check";
import { simplifiedBy } from "./simplifiedBy.js";

export interface RealRange {
  readonly min: number;
  readonly max: number;
  readonly open?: "min" | "max" | "both";
}

/** Unbounded ranges are tried up to here. */
const LARGEST = 1e6;
const SMALLEST = 1e-6;
const STEPS = 2 ** 20;

export const contains = ({ min, max, open }: RealRange, x: number): boolean =>
  (open === "min" || open === "both" ? x > min : x >= min) && (open === "max" || open === "both" ? x < max : x <= max);

/** How hard a number is to read: its digits, then its sign, then its size. */
export const effort = (x: number): number =>
  String(Math.abs(x)).length + (x < 0 ? 0.4 : 0) + (0.3 * Math.abs(x)) / (1 + Math.abs(x));

/** Numbers of the range that are easier to read: 0, an end, fewer digits, half. Also what integers shrink by. */
export function simplerNumbers(range: RealRange, x: number): readonly number[] {
  const { min, max } = range;
  const nearest = Math.min(Math.max(0, min), max);
  const rounded = [1, 2, 3, 6].map((digits) => Number(x.toPrecision(digits)));
  const halves = [Number((x / 2).toPrecision(1)), Math.trunc(x / 2), x - 1];
  const candidates = [nearest, 1, Math.round(x), Math.trunc(x), -x, ...rounded, ...halves];
  const simpler = candidates.filter((y) => Number.isFinite(y) && contains(range, y) && effort(y) < effort(x));
  return [...new Set(simpler)];
}

/** Six digits read better than seventeen, and are as random. */
function rounded(range: RealRange, x: number): number {
  const short = Number(x.toPrecision(6));
  return contains(range, short) ? short : x;
}

/** Both ends (near them where they are open), magnitudes over all decades, the interior. Shrinks to short decimals. */
export function reals(range: RealRange): Arbitrary<number> {
  const low = Math.max(range.min, -LARGEST);
  const high = Math.min(range.max, LARGEST);
  const span = high - low;
  if (!(span > 0)) return constantFrom(low);
  const near = [low, high, low + 1e-3 * span, high - 1e-3 * span, low + 1e-6 * span, high - 1e-6 * span];
  const ends = near.filter((x) => contains(range, x));
  const interior = integer({ min: 1, max: STEPS - 1 }).map((k) => rounded(range, low + (k / STEPS) * span));
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const least = low > 0 ? low : Math.min(SMALLEST, SMALLEST * largest);
  const magnitudes = tuple(integer({ min: 0, max: STEPS }), constantFrom(1, -1)).map(([k, sign]) => {
    const x = rounded(range, sign * least * (largest / least) ** (k / STEPS));
    if (contains(range, x)) return x;
    return contains(range, -x) ? -x : rounded(range, low + ((k + 1) / (STEPS + 2)) * span);
  });
  const source = oneof(
    { weight: 2, arbitrary: constantFrom(...ends) },
    { weight: 2, arbitrary: magnitudes },
    { weight: 4, arbitrary: interior },
  );
  return simplifiedBy(source, (x) => simplerNumbers(range, x));
}
