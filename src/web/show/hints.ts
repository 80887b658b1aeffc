import type { Mark } from "../../experiments/plot.js";
import { showNumber } from "../../render/number.js";
import type { Frame } from "../../render/plot/layout.js";

/** What is read at a place of the picture. */
export interface Hint {
  /** Pixels of the picture. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Farther from the pointer than this, nothing is read. Pixels. */
const REACH = 60;
const DIGITS = 6;

function hintsOfMark(mark: Mark, { x, y, left, right, top, bottom, panel }: Frame): readonly Hint[] {
  if (mark.kind === "band" || mark.kind === "polygon" || (mark.kind === "cells" && mark.hints === undefined)) return [];
  return mark.points.map(([a, b], k) => {
    const label = mark.label === undefined ? "" : `${mark.label}: `;
    const plain = `${label}${panel.x.label} ${showNumber(a, DIGITS)}, ${panel.y.label} ${showNumber(b, DIGITS)}`;
    return { x: x.place(a, left, right), y: y.place(b, bottom, top), text: mark.hints?.[k] ?? plain };
  });
}

/** All points that can be read, mark by mark. Where marks have hints of their own, only those. */
export function hintsOf(frames: readonly Frame[]): readonly Hint[] {
  const some = frames.some(({ panel }) => panel.marks.some(({ hints }) => hints !== undefined));
  return frames.flatMap((frame) =>
    frame.panel.marks.filter(({ hints }) => !some || hints !== undefined).flatMap((mark) => hintsOfMark(mark, frame)),
  );
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
