/** Where densities are drawn, and eigenvalues counted. */
import { binsBetween } from "../../../simulation/ensembles/eigenvalueHistogram.js";
import type { Band } from "../../../theory/landscape/dyson/spectrum/findBands.js";

type Range = readonly [low: number, high: number];

/** Of the range, on either side. */
const MARGIN = 0.04;
const BAND = 60;

export function shownRange([low, high]: Range): Range {
  const margin = MARGIN * (high - low) || 1;
  return [low - margin, high + margin];
}

export const equalSteps = ([low, high]: Range, count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => low + ((high - low) * k) / (count - 1));

/** Dense at both edges, where the density rises as a square root. */
export const edgeSteps = ({ low: { value: a }, high: { value: b } }: Band): readonly number[] =>
  Array.from({ length: BAND + 1 }, (_, k) => a + ((b - a) * (1 - Math.cos((Math.PI * k) / BAND))) / 2);

/** Odd, so that an atom in the middle lies inside of a bin; Rice's rule for forty matrices. */
export const binsOf = (size: number): number => 2 * Math.floor(Math.cbrt(40 * size)) + 1;

/** An atom at 0 lies in the middle of a bin: symmetric ranges have an odd number of them, those from 0 up begin half a bin below. */
export function binEdges(range: Range, size: number): readonly number[] {
  const [low, high] = shownRange(range);
  const count = binsOf(size);
  return range[0] === 0 ? binsBetween(-high / (2 * count - 1), high, count) : binsBetween(low, high, count);
}
