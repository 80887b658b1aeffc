import type { Measured } from "../../simulation/statistics/mean.js";
import type { Line, Mark, Points } from "../plot.js";
import { reach } from "../statistics.js";

export interface Bar {
  readonly x: number;
  readonly measured: Measured;
}

/** Points with bars of two standard errors; `of` takes values to the axis. */
export function errorBars(
  bars: readonly Bar[],
  style: Pick<Points, "colour" | "symbol" | "size" | "label">,
  of: (value: number) => number = (value) => value,
): readonly Mark[] {
  const lines = bars.flatMap(({ x, measured }): Line[] => {
    const error = reach(measured);
    const ends = [of(measured.value - error), of(measured.value + error)] as const;
    return error === 0 ? [] : [{ kind: "line", colour: style.colour, width: 1.25, points: ends.map((y) => [x, y]) }];
  });
  return [...lines, { kind: "points", ...style, points: bars.map(({ x, measured }) => [x, of(measured.value)]) }];
}
