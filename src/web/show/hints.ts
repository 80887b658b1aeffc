import type { Mark } from "../../experiments/plot.js";
import { showNumber } from "../../render/number.js";
import type { Frame } from "../../render/plot/layout.js";

/** What is read at a place of the picture. */
export interface Hint {
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** The place in the coordinates of the axes. */
  readonly at: readonly [x: number, y: number];
  /** Hints of one series lie on one line, or in one row of cells. */
  readonly series: number;
}

/** Farther from the pointer than this, nothing is read. Pixels. */
const REACH = 60;
const DIGITS = 6;
/** Cells whose middles differ by less stand in one row. Pixels. */
const SAME_ROW = 0.5;

type Found = Omit<Hint, "series">;

function hintsOfMark(mark: Mark, { x, y, left, right, top, bottom, panel }: Frame): readonly Found[] {
  if (mark.kind === "band" || mark.kind === "polygon" || (mark.kind === "cells" && mark.hints === undefined)) return [];
  return mark.points.map(([a, b], k) => {
    const label = mark.label === undefined ? "" : `${mark.label}: `;
    const plain = `${label}${panel.x.label} ${showNumber(a, DIGITS)}, ${panel.y.label} ${showNumber(b, DIGITS)}`;
    return {
      ...{ x: x.place(a, left, right), y: y.place(b, bottom, top), at: [a, b] as const },
      text: mark.hints?.[k] ?? plain,
    };
  });
}

/** Cells are marks by their colour: they are read by rows, from below, all marks together. */
function rowsOf(cells: readonly Found[]): readonly (readonly Found[])[] {
  const sorted = [...cells].sort((a, b) => (Math.abs(a.y - b.y) < SAME_ROW ? a.x - b.x : b.y - a.y));
  const rows: Found[][] = [];
  for (const cell of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && Math.abs(row[0]!.y - cell.y) < SAME_ROW) row.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function seriesOfFrame(frame: Frame, some: boolean): readonly (readonly Found[])[] {
  const marks = frame.panel.marks.filter(({ hints }) => !some || hints !== undefined);
  const lines = marks.filter(({ kind }) => kind !== "cells").map((mark) => hintsOfMark(mark, frame));
  return [
    ...rowsOf(marks.filter(({ kind }) => kind === "cells").flatMap((mark) => hintsOfMark(mark, frame))),
    ...lines,
  ];
}

/** All points that can be read, series by series. Where marks have hints of their own, only those. */
export function hintsOf(frames: readonly Frame[]): readonly Hint[] {
  const some = frames.some(({ panel }) => panel.marks.some(({ hints }) => hints !== undefined));
  return frames
    .flatMap((frame) => seriesOfFrame(frame, some))
    .flatMap((found, series) => found.map((hint): Hint => ({ ...hint, series })));
}

/** The index of the one nearest to (x, y); null where none is near. */
export function nearestHint(hints: readonly Hint[], x: number, y: number): number | null {
  let best: number | null = null;
  let nearest = REACH;
  hints.forEach((hint, k) => {
    const distance = Math.hypot(hint.x - x, hint.y - y);
    if (distance < nearest) [best, nearest] = [k, distance];
  });
  return best;
}

/** What lies beside counts so much more than what lies above or below. */
const ASIDE = 4;

/** The index of the hint that an arrow key upwards (`up`) or downwards goes to: of another series, above or below; the same one where there is none. */
export function hintBeyond(hints: readonly Hint[], from: number, up: boolean): number {
  const { x, y, series } = hints[from]!;
  let [best, least] = [from, Infinity];
  hints.forEach((hint, k) => {
    const rise = up ? y - hint.y : hint.y - y;
    if (hint.series === series || rise <= 0) return;
    const cost = rise + ASIDE * Math.abs(hint.x - x);
    if (cost < least) [best, least] = [k, cost];
  });
  return best;
}
