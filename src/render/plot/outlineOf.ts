import type { Mark } from "../../experiments/plot.js";

/** All that a mark reaches: of cells the lower left and the upper right corner. */
export const outlineOf = (mark: Mark): readonly (readonly [x: number, ...y: number[]])[] =>
  mark.kind === "cells"
    ? mark.points.flatMap(([x, y]) => {
        const [width, height] = mark.size;
        return [[x - width / 2, y - height / 2] as const, [x + width / 2, y + height / 2] as const];
      })
    : mark.points;
