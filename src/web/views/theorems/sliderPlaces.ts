/** Places of a slider, whole numbers from 0, for the values of a control. */
import type { Control } from "../../../verification/domains/control.js";

type Range = Pick<Control, "min" | "max" | "step" | "logarithmic">;

const MOST = 400;

const ends = ({ min = 0, max = 1 }: Range) => ({ min, max: Math.max(min, max) });
const isWhole = ({ step }: Range) => step === 1;

/** The last place: one a whole number as far as there are few. */
export function sliderPlaces(range: Range): number {
  const { min, max } = ends(range);
  return isWhole(range) && !range.logarithmic ? Math.min(MOST, max - min) : MOST;
}

/** Rounded to what is read easily; never outside the range. */
export function valueAt(range: Range, place: number): number {
  const { min, max } = ends(range);
  const part = place / Math.max(1, sliderPlaces(range));
  const x = range.logarithmic ? min * (max / min) ** part : min + part * (max - min);
  if (place <= 0) return min;
  if (part >= 1) return max;
  const short = isWhole(range) ? Math.round(x) : Number(x.toPrecision(3));
  return Math.min(max, Math.max(min, short));
}

/** The nearest place of a value; the ends for what lies outside. */
export function placeIn(range: Range, value: number): number {
  const { min, max } = ends(range);
  if (max === min) return 0;
  const inside = Math.min(max, Math.max(min, value));
  const part = range.logarithmic ? Math.log(inside / min) / Math.log(max / min) : (inside - min) / (max - min);
  return Math.round(part * sliderPlaces(range));
}
