import {
  area,
  curveLinear,
  curveStepAfter,
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from "d3-shape";
import type { Arrow, Band, Cells, Line, Mark, Point, Points, Polygon } from "../../experiments/plot.js";
import type { Frame } from "./layout.js";
import { classOf } from "./palette.js";

const symbols = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  cross: symbolCross,
} as const;

const dashes = { solid: "", dashed: ' stroke-dasharray="6 4"', dotted: ' stroke-dasharray="1.5 3.5"' } as const;

/** One decimal of a pixel. */
export const pixel = (value: number): string => String(Math.round(value * 10) / 10);

/** Of what has an area; lines and points are opaque. */
export const defaultOpacity = ({ kind }: Mark): number => (kind === "band" || kind === "polygon" ? 0.2 : 1);

const opacityOf = (mark: Mark): string => {
  const opacity = mark.opacity ?? defaultOpacity(mark);
  return opacity === 1 ? "" : ` opacity="${opacity}"`;
};

/** The attributes of a stroke; the legend draws its keys with them too. */
export const strokeOf = (mark: Line | Arrow): string =>
  `class="l ${classOf(mark.colour)}" stroke-width="${mark.width ?? 1.75}"${dashes[mark.dash ?? "solid"]}${opacityOf(mark)}`;

/** One symbol around (0, 0). */
export function symbolPath({ symbol: name = "circle", size = 5 }: Points): string {
  const shape = symbols[name === "dot" ? "circle" : name];
  return symbol(shape, (size * size * Math.PI) / 4).digits(1)() ?? "";
}

function drawPoints(mark: Points, places: readonly Point[]): string {
  const colour = classOf(mark.colour);
  if (mark.symbol === "dot") {
    // a stroke of no length with round ends is a dot: the smallest way to write thousands
    const path = places.map(([x, y]) => `M${pixel(x)} ${pixel(y)}h0`).join("");
    return `<path class="l ${colour}" stroke-width="${mark.size ?? 5}"${opacityOf(mark)} d="${path}"/>`;
  }
  const shape = symbolPath(mark);
  const copies = places.map(([x, y]) => `<path transform="translate(${pixel(x)} ${pixel(y)})" d="${shape}"/>`);
  return `<g class="f ${colour}"${opacityOf(mark)}>${copies.join("")}</g>`;
}

const HEAD = 6;

/** A triangle at the end of a trajectory, along its last piece that is long enough to have a direction. */
function headOf(places: readonly Point[], mark: Arrow): string {
  const [x, y] = places.at(-1)!;
  const before = [...places].reverse().find(([a, b]) => Math.hypot(x - a, y - b) > 4);
  if (before === undefined) return "";
  const angle = (Math.atan2(y - before[1], x - before[0]) * 180) / Math.PI;
  const at = `translate(${pixel(x)} ${pixel(y)}) rotate(${pixel(angle)})`;
  const size = HEAD * Math.max(1, (mark.width ?? 1.75) / 2);
  const path = `M${pixel(size / 3)} 0L${pixel(-size)} ${pixel(size / 2)}L${pixel(-size)} ${pixel(-size / 2)}Z`;
  return `<path class="f ${classOf(mark.colour)}"${opacityOf(mark)} transform="${at}" d="${path}"/>`;
}

function drawBand(mark: Band, frame: Frame): string {
  const { x, y, left, right, top, bottom } = frame;
  const path = area<readonly [number, number, number]>()
    .x(([at]) => x.place(at, left, right))
    .y0(([, low]) => y.place(low, bottom, top))
    .y1(([, , high]) => y.place(high, bottom, top))
    .digits(1)(mark.points as [number, number, number][]);
  return `<path class="f ${classOf(mark.colour)}"${opacityOf(mark)} d="${path ?? ""}"/>`;
}

function drawPolygon(mark: Polygon, places: readonly Point[]): string {
  const path = places.map(([x, y], k) => `${k === 0 ? "M" : "L"}${pixel(x)} ${pixel(y)}`).join("");
  return `<path class="f ${classOf(mark.colour)}"${opacityOf(mark)} d="${path}Z"/>`;
}

/** Edges are not smoothed, so that no seams show between neighbours. */
function drawCells(mark: Cells, { x, y, left, right, top, bottom }: Frame): string {
  const [width, height] = mark.size;
  const path = mark.points.map(([a, b]) => {
    const [from, to] = [-1, 1].map((side) => pixel(x.place(a + (side * width) / 2, left, right)));
    const [low, high] = [-1, 1].map((side) => pixel(y.place(b + (side * height) / 2, bottom, top)));
    return `M${from} ${low}H${to}V${high}H${from}Z`;
  });
  return `<path class="f ${classOf(mark.colour)}"${opacityOf(mark)} shape-rendering="crispEdges" d="${path.join("")}"/>`;
}

/** A mark as SVG, in the place of its panel. */
export function drawMark(mark: Mark, frame: Frame): string {
  if (mark.points.length === 0) return "";
  if (mark.kind === "band") return drawBand(mark, frame);
  if (mark.kind === "cells") return drawCells(mark, frame);
  const { x, y, left, right, top, bottom } = frame;
  const places = mark.points.map(([a, b]): Point => [x.place(a, left, right), y.place(b, bottom, top)]);
  if (mark.kind === "points") return drawPoints(mark, places);
  if (mark.kind === "polygon") return drawPolygon(mark, places);
  const curve = mark.kind === "step" ? curveStepAfter : curveLinear;
  const path = line().curve(curve).digits(1)(places as [number, number][]) ?? "";
  const stroke = `<path ${strokeOf(mark)} d="${path}"/>`;
  return mark.kind === "arrow" ? stroke + headOf(places, mark) : stroke;
}
