/** Where everything stands, in pixels of a picture of the given width. */
import type { Panel, Plot } from "../../experiments/plot.js";
import { type AxisScale, axisScale } from "./axisScale.js";
import { textWidth, wrapText } from "./textWidth.js";

export const FONT = 12;
export const SMALL = 11;
export const LINE = 15;
const MARGIN = 8;
const GAP = 8;
const TICK = 4;
/** No panel is narrower: what does not fit beside another stands below it. */
const NARROWEST = 140;
/** Among panels that share their axes. */
const NARROWEST_SHARED = 72;

export interface Frame {
  readonly panel: Panel;
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly title: readonly string[];
  /** The area of the data. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Whether ticks and labels are written. */
  readonly writesX: boolean;
  readonly writesY: boolean;
  /** The labels of the axes in lines; those of the y axis stand beside each other from `labelLeft` on. */
  readonly xLabel: readonly string[];
  readonly yLabel: readonly string[];
  readonly labelLeft: number;
}

export interface Layout {
  readonly height: number;
  readonly frames: readonly Frame[];
}

interface Scales {
  readonly x: AxisScale;
  readonly y: AxisScale;
}

function scalesOf({ panels, sharedAxes, square }: Plot, inner: number): readonly Scales[] {
  const across = Math.max(2, Math.min(6, Math.floor(inner / 48)));
  const up = square ? across : Math.max(3, Math.min(6, Math.floor(inner / 40)));
  return panels.map((panel) => {
    const all = sharedAxes ? panels : [panel];
    return { x: axisScale(panel.x, all, "x", across), y: axisScale(panel.y, all, "y", up) };
  });
}

const tickRoom = ({ ticks }: AxisScale) => Math.max(0, ...ticks.map(({ text }) => textWidth(text, SMALL)));

/** Half of the widest tick stands out at the ends of an axis. */
const overhang = (scale: AxisScale) => tickRoom(scale) / 2;

const heightOf = (inner: number, square: boolean) => (square ? inner : Math.min(220, Math.max(100, inner * 0.72)));

/** Places the panels below `top`, row by row. */
export function layout(plot: Plot, width: number, top: number): Layout {
  const { panels, sharedAxes = false, square = false } = plot;
  const room = width - 2 * MARGIN;
  const columns = Math.max(
    1,
    Math.min(plot.columns, panels.length, Math.floor(room / (sharedAxes ? NARROWEST_SHARED : NARROWEST))),
  );
  const usual = room / columns - 44;
  const scales = scalesOf(plot, usual);
  // a label may stand out by half of this at both ends
  const yLabels = panels.map(({ y }) => wrapText(y.label, heightOf(usual, square) + 16, SMALL));
  const xLabels = panels.map(({ x }) => wrapText(x.label, usual + 16, SMALL));
  const writesY = (k: number) => !sharedAxes || k % columns === 0;
  const writesX = (k: number) => !sharedAxes || k + columns >= panels.length;
  const inColumn = (column: number) => panels.flatMap((_, k) => (k % columns === column ? [k] : []));
  const lefts = Array.from({ length: columns }, (_, column) =>
    Math.max(
      ...inColumn(column).map((k) =>
        writesY(k) ? yLabels[k]!.length * LINE + tickRoom(scales[k]!.y) + TICK + 2 : overhang(scales[k]!.x),
      ),
    ),
  );
  const rights = Array.from({ length: columns }, (_, column) =>
    Math.max(...inColumn(column).map((k) => overhang(scales[k]!.x))),
  );
  const taken = [...lefts, ...rights].reduce((sum, value) => sum + value, 0) + GAP * (columns - 1);
  const inner = (room - taken) / columns;
  const innerHeight = heightOf(inner, square);
  const starts: number[] = [];
  for (let column = 0, x = MARGIN; column < columns; column++) {
    starts.push(x + lefts[column]!);
    x += lefts[column]! + inner + rights[column]! + GAP;
  }
  const frames: Frame[] = [];
  let y = top;
  for (let first = 0; first < panels.length; first += columns) {
    const row = panels.slice(first, first + columns);
    const titles = row.map(({ title }) => wrapText(title, inner + 8, SMALL));
    const above = Math.max(...titles.map((lines) => lines.length)) * LINE + 4;
    row.forEach((panel, column) => {
      const left = starts[column]!;
      frames.push({
        ...{ panel, ...scales[first + column]!, title: titles[column]!, left, right: left + inner },
        ...{ top: y + above, bottom: y + above + innerHeight },
        ...{ writesX: writesX(first + column), writesY: writesY(first + column) },
        xLabel: xLabels[first + column]!,
        yLabel: yLabels[first + column]!,
        labelLeft: left - lefts[column]!,
      });
    });
    const written = row.flatMap((_, column) => (writesX(first + column) ? [xLabels[first + column]!.length] : []));
    const below = written.length === 0 ? TICK : (1 + Math.max(...written)) * LINE + TICK + 2;
    y += above + innerHeight + below + GAP / 2;
  }
  return { height: y, frames };
}
