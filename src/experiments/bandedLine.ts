import type { Measured } from "../simulation/statistics/mean.js";
import type { Band, Line } from "./plot.js";
import { reach } from "./statistics.js";

export interface Place {
  readonly x: number;
  readonly measured: Measured;
}

/** The line of the means over the band of two standard errors; `of` takes values to the axis. */
export function bandedLine(
  places: readonly Place[],
  style: Pick<Line, "colour" | "dash" | "label">,
  of: (value: number) => number = (value) => value,
): readonly [Band, Line] {
  const band = places.map(({ x, measured }) => {
    const error = reach(measured);
    return [x, of(measured.value - error), of(measured.value + error)] as const;
  });
  return [
    { kind: "band", colour: style.colour, opacity: 0.15, points: band },
    { kind: "line", ...style, points: places.map(({ x, measured }) => [x, of(measured.value)]) },
  ];
}
