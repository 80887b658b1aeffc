/** Covariances of a batch as heat maps. */
import { heatMarks } from "../../../experiments/heatMarks.js";
import type { Axis, Mark, Plot } from "../../../experiments/plot.js";
import { showNumber } from "../../../render/number.js";

export interface HeatMap {
  readonly title: string;
  /** B x B, row after row. */
  readonly covariance: Float64Array;
}

export interface HeatPicture {
  readonly maps: readonly HeatMap[];
  readonly batch: number;
  /** The values at the ends of the colours. */
  readonly range: readonly [number, number];
  /** Samples in the order of rows and columns, from 0. */
  readonly order: readonly number[];
}

const DIGITS = 5;
/** Samples that the axes name. */
const NAMED = 8;

function axisOf(batch: number, order: readonly number[], downwards: boolean): Axis {
  const step = Math.ceil(batch / NAMED);
  const ticks = order.flatMap((sample, k) => {
    return k % step === 0 ? [{ at: (downwards ? batch - 1 - k : k) + 0.5, text: String(sample + 1) }] : [];
  });
  return { label: "sample", domain: [0, batch], ticks };
}

function marksOf({ title, covariance }: HeatMap, { batch, order, range }: HeatPicture): readonly Mark[] {
  const rows = order.map((i) => order.map((j) => covariance[i * batch + j]!));
  const marks = heatMarks(rows, { range, first: "top", label: (value) => showNumber(value, 3) });
  return marks.map((mark) => ({
    ...mark,
    hints: mark.points.map(([x, y]) => {
      const [i, j] = [batch - 1 - Math.floor(y), Math.floor(x)];
      return `${title}: samples ${order[i]! + 1} and ${order[j]! + 1}, ${showNumber(rows[i]![j]!, DIGITS)}`;
    }),
  }));
}

/** The range of the entries of several covariances, with 0 in it. */
export function rangeOf(covariances: readonly Float64Array[]): readonly [number, number] {
  let [low, high] = [0, 0];
  for (const covariance of covariances) {
    for (const value of covariance) [low, high] = [Math.min(low, value), Math.max(high, value)];
  }
  return low < high ? [low, high] : [0, 1];
}

/** Samples by their variance, the largest first; in their own order where all are alike. */
export function orderOf(covariance: Float64Array, batch: number): readonly number[] {
  const variances = Array.from({ length: batch }, (_, i) => covariance[i * (batch + 1)]!);
  const all = Array.from({ length: batch }, (_, i) => i);
  const alike = Math.max(...variances) - Math.min(...variances) <= 1e-3 * Math.max(...variances);
  return alike ? all : all.sort((i, j) => variances[j]! - variances[i]! || i - j);
}

export function heatPlot(picture: HeatPicture): Plot {
  const { maps, batch, order } = picture;
  return {
    title: "Covariance of the batch",
    caption:
      "Row and column: samples of the batch. The colours go from the smallest to the largest entry of all layers.",
    ...{ columns: 4, square: true },
    panels: maps.map((map) => ({
      title: map.title,
      x: axisOf(batch, order, false),
      y: axisOf(batch, order, true),
      marks: marksOf(map, picture),
    })),
    metadata: {},
  };
}
