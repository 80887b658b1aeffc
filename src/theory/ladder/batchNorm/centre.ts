import { CompensatedSum } from "../../../numeric/sum.js";

export interface Centred {
  readonly mean: number;
  /** f - mean, scaled by 2^-exponent to at most 1. */
  readonly scaled: readonly number[];
  readonly exponent: number;
  /** sum_i p_i scaled_i^2. */
  readonly square: number;
}

/**
 * f - mu 1, mu = sum_i p_i f_i, by differences to the first entry of positive probability: f_i - f_0 is exact where the two lie within a factor of two (Sterbenz), so a
 * large mean costs no digits. Scaled by a power of two, nothing overflows or underflows.
 *
 * `probabilities` sum to 1; where f is constant on the entries of positive probability, `square` is 0 exactly. Absolute error of an entry: a few 2^-53 of the largest |f_i - f_0|, whatever the mean.
 */
export function centre(f: readonly number[], probabilities: readonly number[]): Centred {
  // halves: the difference of two doubles may exceed the largest one
  const at = probabilities.findIndex((probability) => probability > 0);
  const first = f[at]! / 2;
  const halves = f.map((value) => value / 2 - first);
  const largest = halves.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest === 0) return { mean: f[at]!, scaled: f.map(() => 0), exponent: 0, square: 0 };
  // 2^-exponent must be a double too, and a double that is not rounded
  const exponent = Math.min(Math.max(Math.ceil(Math.log2(largest)) + 1, -1000), 1000);
  const shifted = halves.map((value) => (value / 2 ** exponent) * 2);
  const shift = mean(shifted, probabilities);
  const once = shifted.map((value) => value - shift);
  const rest = mean(once, probabilities);
  const scaled = once.map((value) => value - rest);
  return {
    mean: 2 * (first + ((shift + rest) / 2) * 2 ** exponent),
    scaled,
    exponent,
    square: mean(
      scaled.map((value) => value * value),
      probabilities,
    ),
  };
}

/** sum_i p_i v_i, compensated. */
export function mean(values: readonly number[], probabilities: readonly number[]): number {
  const sum = new CompensatedSum();
  for (const [i, value] of values.entries()) sum.add(probabilities[i]! * value);
  return sum.value;
}

export const uniform = (size: number): number[] => new Array<number>(size).fill(1 / size);
