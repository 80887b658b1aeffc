/** Pictures of values on a grid. */
import { domainError } from "../numeric/domain.js";
import type { Cells, Point } from "./plot.js";

export interface HeatOptions {
  /** What the columns and the rows cover; default [0, columns] and [0, rows]. */
  readonly x?: readonly [number, number];
  readonly y?: readonly [number, number];
  /** The values at the two ends of the ramp; default the smallest and the largest one. */
  readonly range?: readonly [number, number];
  /** Where row 0 stands; default "bottom". */
  readonly first?: "bottom" | "top";
  /** Colours; default 24. */
  readonly steps?: number;
  /** Writes the values of the legend, which has both ends and the middle; default none. */
  readonly label?: (value: number) => string;
}

/**
 * Values on a grid as cells of gradual colours, one mark a colour: rows[j][i] stands in column i, row j. The ramp is strong where values are large. Values
 * that are not finite are left out. Throws TheoryError for ragged rows.
 */
export function heatMarks(rows: readonly (readonly number[])[], options: HeatOptions = {}): readonly Cells[] {
  const columns = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== columns);
  if (ragged >= 0) throw domainError(`rows[${ragged}]`, `${rows[ragged]!.length} values`, `${columns}`, "Fill it.");
  const { x = [0, columns], y = [0, rows.length], first = "bottom", steps = 24, label } = options;
  const [low, high] = options.range ?? rangeOf(rows);
  const size = [(x[1] - x[0]) / columns, (y[1] - y[0]) / rows.length] as const;
  const groups = Array.from({ length: steps }, (): Point[] => []);
  for (const [j, row] of rows.entries()) {
    const line = first === "bottom" ? j : rows.length - 1 - j;
    for (const [i, value] of row.entries()) {
      if (!Number.isFinite(value)) continue;
      const part = high > low ? (value - low) / (high - low) : 1;
      const step = Math.min(steps - 1, Math.max(0, Math.floor(part * steps)));
      groups[step]!.push([x[0] + (i + 0.5) * size[0], y[0] + (line + 0.5) * size[1]]);
    }
  }
  const written = new Map(
    label === undefined
      ? []
      : [steps - 1, Math.floor(steps / 2), 0].map((step) => [step, label(low + (step / (steps - 1)) * (high - low))]),
  );
  return groups.flatMap((points, step): Cells[] => {
    const text = written.get(step);
    if (points.length === 0 && text === undefined) return [];
    const colour = { ramp: steps === 1 ? 0 : 1 - step / (steps - 1) };
    return [{ kind: "cells", colour, points, size, ...(text !== undefined && { label: text }) }];
  });
}

function rangeOf(rows: readonly (readonly number[])[]): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    for (const value of row) {
      if (!Number.isFinite(value)) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : [0, 1];
}
