/** What is known on the grid of two knobs, or along one. */
import type { RateResult } from "../../../theory/batchnorm/results/networkResult.js";
import { type GridPlace, gridOrder } from "./gridOrder.js";
import { type Knob, type KnobAxis, knobPlace, knobValue, nearestPlace } from "./knob.js";
import type { KnobsPiece } from "./knobsTask.js";

export interface KnobCell extends GridPlace {
  readonly result: RateResult | null;
}

export interface KnobGrid {
  readonly x: KnobAxis;
  /** null: along x alone. */
  readonly y: KnobAxis | null;
  /** In the order in which they came. */
  readonly cells: readonly KnobCell[];
  /** All that there will be. */
  readonly total: number;
  /** Different reasons why some have no result. */
  readonly problems: readonly string[];
}

export function knobGrid(x: KnobAxis, y: KnobAxis | null, pieces: readonly KnobsPiece[]): KnobGrid {
  const order = gridOrder(x.steps, y === null ? 0 : y.steps);
  return {
    ...{ x, y, total: order.length },
    cells: order.slice(0, pieces.length).map((place, k) => ({ ...place, result: pieces[k]!.result })),
    problems: [...new Set(pieces.map(({ problem }) => problem))].filter((problem) => problem !== ""),
  };
}

/** Where a cell stands in the coordinates of the picture. */
export const placeOf = ({ x, y }: KnobGrid, { i, j }: Pick<GridPlace, "i" | "j">): readonly [number, number] => [
  knobPlace(x.knob, knobValue(x, i)),
  y === null ? 0 : knobPlace(y.knob, knobValue(y, j)),
];

/** The known results along x through row j, or along y through column i, in order. */
export function lineThrough({ cells, x, y }: KnobGrid, along: "x" | "y", at: number): readonly RateResult[] {
  const [line, step] = along === "x" ? (["j", "i"] as const) : (["i", "j"] as const);
  if (along === "y" && y === null) return [];
  const steps = along === "x" ? x.steps : y!.steps;
  if (!(at >= 0 && at <= (along === "x" ? (y?.steps ?? 0) : x.steps)) || steps < 1) return [];
  return cells
    .filter((cell) => cell[line] === at)
    .sort((a, b) => a[step] - b[step])
    .flatMap(({ result }) => (result === null ? [] : [result]));
}

/** The known cell nearest to a point, and its place. */
export function nearestCell(grid: KnobGrid, at: Readonly<Record<Knob, number>>): KnobCell | null {
  const i = nearestPlace(grid.x, at[grid.x.knob]!);
  const j = grid.y === null ? 0 : nearestPlace(grid.y, at[grid.y.knob]!);
  const distance = (cell: KnobCell) => Math.hypot(cell.i - i, cell.j - j);
  return grid.cells.reduce<KnobCell | null>(
    (best, cell) => (best === null || distance(cell) < distance(best) ? cell : best),
    null,
  );
}

/** The spacing of the finest grid that is known as a whole; null while the coarsest is not. */
export function wholeStride({ cells, total, x }: KnobGrid): number | null {
  const strides = [...new Set(cells.map(({ stride }) => stride))];
  if (cells.length === total) return strides.at(-1) ?? null;
  // the last one has only begun
  return strides.at(-2) ?? (x.steps === 0 ? 1 : null);
}
