import type { Breakpoint } from "./activation.js";

type Real = (x: number) => number;

/** Richardson extrapolation to h -> 0 of a quantity with errors in powers of h; the middle of the last two agreeing. */
function extrapolate(g: (h: number) => number, start: number): number {
  const rows: number[][] = [];
  let best = Number.NaN;
  let gap = Infinity;
  for (let i = 0; i < 8; i++) {
    const row = [g(start / 2 ** i)];
    for (let j = 1; j <= i; j++) row.push(row[j - 1]! + (row[j - 1]! - rows[i - 1]![j - 1]!) / (2 ** j - 1));
    const change = Math.abs(row.at(-1)! - (rows.at(-1)?.at(-1) ?? Number.NaN));
    if (change < gap) [best, gap] = [row.at(-1)!, change];
    rows.push(row);
  }
  return best;
}

/** phi(at+-) and phi'(at+-) by extrapolation from one side, staying within `reach` of the place. */
export function oneSided(f: Real, at: number, side: 1 | -1, reach: number): { value: number; slope: number } {
  const value = extrapolate((h) => f(at + side * h), reach);
  const slope = extrapolate((h) => side * ((f(at + side * 2 * h) - f(at + side * h)) / h), reach / 2);
  return { value, slope };
}

/**
 * What differences show at a place where phi is not smooth: a jump, a kink, or a jump of phi''. Null when the two sides
 * agree to second order. Powers between these are told apart by how the slope grows towards the place.
 */
export function sampledBreakpoint(f: Real, at: number, reach = 2 ** -6): Breakpoint | null {
  const [left, right] = [oneSided(f, at, -1, reach), oneSided(f, at, 1, reach)];
  const scale = Math.max(Math.abs(left.value), Math.abs(right.value), Math.abs(f(at + reach) - f(at - reach)));
  const slopeScale = Math.max(Math.abs(left.slope), Math.abs(right.slope), scale);
  const valueJump = right.value - left.value;
  const slopeJump = right.slope - left.slope;
  const base = { at, evidence: "sampled", oneSidedAnalytic: true } as const;
  if (Math.abs(valueJump) > 1e-6 * scale) return Object.freeze({ ...base, valueJump, slopeJump, exponent: 0 });
  const power = steepness(f, at, reach);
  if (power !== null) {
    const slopes = { valueJump: 0, slopeJump: power < 1 ? unboundedJump(f, at) : 0 };
    return Object.freeze({ ...base, ...slopes, exponent: power, oneSidedAnalytic: false });
  }
  if (Math.abs(slopeJump) > 1e-5 * slopeScale) return Object.freeze({ ...base, valueJump: 0, slopeJump, exponent: 1 });
  const second = (side: 1 | -1) => extrapolate((h) => secondDifference(f, at, side * h), reach / 2);
  const [a, b] = [second(-1), second(1)];
  const jumps = Math.abs(b - a) > 1e-3 * Math.max(Math.abs(a), Math.abs(b), slopeScale);
  return jumps ? Object.freeze({ ...base, valueJump: 0, slopeJump: 0, exponent: 2 }) : null;
}

const secondDifference = (f: Real, at: number, h: number) => (f(at + 3 * h) - 2 * f(at + 2 * h) + f(at + h)) / (h * h);

/** A fractional power between 0 and 2, from the ratio of successive differences towards the place; null when whole. */
function steepness(f: Real, at: number, reach: number): number | null {
  for (const side of [1, -1] as const) {
    const slopes = [8, 10, 12].map((k) => {
      const h = reach * 2 ** -k;
      return (f(at + side * 2 * h) - f(at + side * h)) / h;
    });
    const [a, b, c] = slopes as [number, number, number];
    const power = 1 + Math.log(Math.abs((c - b) / (b - a))) / Math.log(1 / 4);
    const quarter = Math.round(20 * power) / 20;
    const noticeable = Math.abs(c - b) > 1e-5 * Math.max(Math.abs(c), Math.abs(b));
    if (noticeable && Number.isFinite(quarter) && quarter > -0.5 && quarter < 1.9 && Math.abs(quarter - 1) > 0.04)
      return quarter;
  }
  return null;
}

function unboundedJump(f: Real, at: number): number {
  const h = 2 ** -20;
  const [left, right] = [(f(at - h) - f(at - 2 * h)) / h, (f(at + 2 * h) - f(at + h)) / h];
  return Math.sign(right - left) * Infinity;
}
