import type { Breakpoint } from "./activation.js";
import { maximumBreakpoints } from "./candidates.js";
import { oneSided, sampledBreakpoint } from "./sampledBreakpoint.js";
import { bisect } from "./zeros.js";

type Real = (x: number) => number;

const step = 1 / 32;

/** Size of the fourth difference on [a, a + 4h]: h^4 for a smooth function, h for a kink, 1 for a jump. */
function roughness(f: Real, a: number, h: number): number {
  return Math.abs(f(a) - 4 * f(a + h) + 6 * f(a + 2 * h) - 4 * f(a + 3 * h) + f(a + 4 * h));
}

/** Follows the roughest part while halving: a kink stays where it is, a merely curved part fades away. */
function narrow(f: Real, from: number, h: number): number | null {
  let [a, size] = [from, h];
  const start = roughness(f, a, size);
  const scale = Math.max(...[0, 1, 2, 3, 4].map((k) => Math.abs(f(a + k * size))));
  let last = start;
  for (let k = 1; k <= 18; k++) {
    size /= 2;
    const offsets = [0, 1, 2, 3, 4].map((j) => a + j * size);
    const rough = offsets.map((at) => roughness(f, at, size));
    const best = rough.indexOf(Math.max(...rough));
    // Smooth parts lose a factor 16 a step, phi''-jumps 4, kinks 2.
    if (rough[best]! < last / 7 || rough[best]! < 1e-14 * scale) {
      if (k < 5) return null;
      break;
    }
    last = rough[best]!;
    a = offsets[best]!;
  }
  return a + 2 * size;
}

/** A decimal near a located place: users put kinks at round numbers. */
function tidy(at: number, reach: number): number | null {
  for (let digits = 0; digits <= 4; digits++) {
    const round = Math.round(at * 10 ** digits) / 10 ** digits;
    if (Math.abs(round - at) <= reach) return round === 0 ? 0 : round;
  }
  return null;
}

/** Moves a located place onto the jump (by bisection at half height) or the kink (where the two tangents meet). */
function polish(f: Real, at: number, reach: number): number {
  let place = at;
  for (let k = 0; k < 3; k++) {
    const [left, right] = [oneSided(f, place, -1, 2 ** -6), oneSided(f, place, 1, 2 ** -6)];
    const jump = right.value - left.value;
    const step = -jump / (right.slope - left.slope);
    if (Math.abs(step) <= reach && Number.isFinite(step)) {
      place += step;
      continue;
    }
    const half = (left.value + right.value) / 2;
    const [low, high] = [f(place - reach) - half, f(place + reach) - half];
    return low * high < 0 ? bisect((x) => f(x) - half, place - reach, place + reach) : place;
  }
  return place;
}

/** The round number, the polished place or the raw one: the one at which phi looks smoothest; a jump is where bisection ends. */
function settle(f: Real, at: number): Breakpoint | null {
  const polished = polish(f, at, 1e-5);
  const places = [tidy(at, 1e-4), polished, at].filter((place) => place !== null);
  const seen = places.map((place) => sampledBreakpoint(f, place));
  if (seen.includes(null)) return seen.every((one) => one === null) ? null : (seen.find((one) => one !== null) ?? null);
  if (seen.every((one) => one?.exponent === 0)) return sampledBreakpoint(f, tidy(polished, 1e-12) ?? polished);
  return (seen as Breakpoint[]).reduce((best, next) => (next.exponent > best.exponent + 0.01 ? next : best));
}

/** Breakpoints of a function that can only be called, by scanning fourth differences on |x| <= window. All "sampled". */
export function findBreakpoints(f: Real, window: number): readonly Breakpoint[] {
  const found: Breakpoint[] = [];
  // Far out a function may be denormal or 0: what is below rounding of its size near the origin is not looked at.
  const floor = 1e-13 * Math.max(...Array.from({ length: 33 }, (_, k) => Math.abs(f((k - 16) / 4 + 0.01))));
  let previous = -Infinity;
  for (let a = -window; a < window && found.length <= maximumBreakpoints; a += 2 * step) {
    const local = roughness(f, a, step);
    const scale = Math.max(Math.abs(f(a)), Math.abs(f(a + 2 * step)), Math.abs(f(a + 4 * step)));
    if (!(local > 1e-9 * scale + floor) && Number.isFinite(local)) continue;
    const at = narrow(f, a, step);
    if (at === null || at - previous < 1e-3) continue;
    const breakpoint = settle(f, at);
    if (breakpoint === null) continue;
    previous = breakpoint.at;
    found.push(breakpoint);
  }
  return found;
}
