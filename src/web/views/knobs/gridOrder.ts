/** The places of a grid, coarse to fine: any beginning of the list is a picture of the whole. */
import { coarseToFine } from "../rates/coarseToFine.js";

export interface GridPlace {
  readonly i: number;
  readonly j: number;
  /** Distance to its neighbours when it comes. */
  readonly stride: number;
}

/** Steps of the coarsest grid. */
const COARSEST = 8;

/** 0, stride, ..., steps: the ends first, then the middle. */
const spread = (steps: number, stride: number): readonly number[] =>
  coarseToFine(Array.from({ length: steps / stride + 1 }, (_, k) => k * stride));

/** (columns + 1) x (rows + 1) places, `columns` and `rows` powers of 2; rows = 0 is one line. */
export function gridOrder(columns: number, rows: number): readonly GridPlace[] {
  const first = Math.max(1, columns / COARSEST);
  const places: GridPlace[] = [];
  for (let stride = first; stride >= 1; stride /= 2) {
    for (const j of spread(rows, stride)) {
      for (const i of spread(columns, stride)) {
        const known = stride < first && i % (2 * stride) === 0 && j % (2 * stride) === 0;
        if (!known) places.push({ i, j, stride });
      }
    }
  }
  return places;
}
