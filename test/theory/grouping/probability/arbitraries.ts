import fc from "fast-check";

/** A law of so many states, zeros and point masses included. */
export const lawOfSize = (states: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.nat(8), { minLength: states, maxLength: states })
    .map((parts) => (parts.some((part) => part > 0) ? parts : parts.map((_, i) => (i === 0 ? 1 : 0))))
    .map((parts) => {
      const total = parts.reduce((sum, part) => sum + part, 0);
      return parts.map((part) => part / total);
    });

export const kernelRows = (from: number, to: number): fc.Arbitrary<readonly (readonly number[])[]> =>
  fc.array(lawOfSize(to), { minLength: from, maxLength: from });

export const states = fc.integer({ min: 1, max: 5 });

/** Labels of so many points: those with equal ones form an atom. */
export const labels = (size: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.nat(Math.max(0, size - 1)), { minLength: size, maxLength: size });

export const largestDifference = (a: readonly number[], b: readonly number[]): number => {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), 0);
};

/** Absolute: sums of some hundred probabilities, rounded. */
export const ROUNDING = 1e-14;
