import type { LocalBehaviour } from "./localBehaviour.js";

type Real = (x: number) => number;

/** Replaces a function near one place by the Taylor polynomial there (radius > 0), or at the very place (radius 0). */
export interface Patch {
  readonly at: number;
  readonly radius: number;
  readonly coefficients: readonly number[];
}

const horner = (coefficients: readonly number[], t: number): number => {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k--) sum = sum * t + coefficients[k]!;
  return sum;
};

/** (1 - cos x)/x^2 loses x^-2 digits near 0; where its Taylor polynomial is accurate to rounding, that is used instead. */
export function taylorRadius(taylor: readonly number[], at: number, value: Real): number {
  const size = Math.max(...taylor.map(Math.abs));
  const last = Math.max(Math.abs(taylor.at(-1) ?? 0), Math.abs(taylor.at(-2) ?? 0));
  if (size === 0 || last === 0) return 0;
  let radius = Math.min(0.25, (1e-17 * (Math.abs(taylor[0]!) || size)) / last) ** (1 / (taylor.length - 1));
  for (let k = 0; k < 8; k++) {
    const agrees = [-radius, radius].every((t) => {
      const [series, direct] = [horner(taylor, t), value(at + t)];
      return Math.abs(series - direct) <= 1e-9 * Math.abs(direct);
    });
    if (agrees) return Math.min(radius, 0.25);
    radius /= 2;
  }
  return 0;
}

/** Coefficients of the derivative. */
export const slopeOf = (coefficients: readonly number[]): readonly number[] =>
  coefficients.length > 1 ? coefficients.slice(1).map((value, k) => value * (k + 1)) : [0];

const mean = ([left, right]: readonly [number, number]): number => {
  if (left === right) return left;
  return Number.isFinite(left) && Number.isFinite(right) ? (left + right) / 2 : 0;
};

/** At a kink where the formula gives NaN (x/abs(x) at 0): the mean of the two limits. */
export function kinkPatch(f: Real, at: number, limits: readonly [number, number]): Patch[] {
  return Number.isNaN(f(at)) ? [{ at, radius: 0, coefficients: [mean(limits)] }] : [];
}

/**
 * At a place where the formula is analytic but is written with a quotient, a kink that cancels, or a test that singles the
 * place out (sign(x^2) at 0): the value there is the limit.
 */
export function analyticPatches(f: Real, at: number, { taylor }: LocalBehaviour): readonly [Patch[], Patch[], Patch[]] {
  const here = f(at);
  const radius = Number.isFinite(here) ? 0 : taylorRadius(taylor, at, f);
  const [first, second] = [slopeOf(taylor), slopeOf(slopeOf(taylor))];
  const continuous = Math.abs(here - taylor[0]!) <= 1e-9 * Math.max(...taylor.map(Math.abs));
  return [
    continuous ? [] : [{ at, radius, coefficients: taylor }],
    [{ at, radius, coefficients: first }],
    [{ at, radius, coefficients: second }],
  ];
}

/** The function with its patches; the function itself when there are none. */
export function applyPatches(f: Real, patches: readonly Patch[]): Real {
  if (patches.length === 0) return f;
  if (patches.length === 1) {
    const { at, radius, coefficients } = patches[0]!;
    return (x) => (Math.abs(x - at) <= radius ? horner(coefficients, x - at) : f(x));
  }
  // A plain scan: the patches of a periodic quotient are few, and most activations have none.
  return (x) => {
    for (const { at, radius, coefficients } of patches) {
      if (Math.abs(x - at) <= radius) return horner(coefficients, x - at);
    }
    return f(x);
  };
}
