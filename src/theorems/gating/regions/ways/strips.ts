/**
 * Areas in the square [-1, 1]^2 by vertical strips: between the points where lines cross each other or leave the square, the length that a pattern takes of
 * a vertical line is affine in x, so that its value in the middle times the width is exact. No polygons.
 */
import type { GateKind } from "../../../../theory/gating/regions/patternCells.js";
import { type HalfPlane, halfPlaneOf, halfPlanes } from "./halfPlanes.js";
import type { Gates } from "./randomGates.js";

/** a x + b y + c = 0. */
type Line = HalfPlane;

/** Zero lines of all neurons; of a ReLU network under every pattern of the layers below, whether it occurs or not. */
function linesOf(gates: Gates, kind: GateKind): Line[] {
  if (kind === "linear") return halfPlanes(gates).flat();
  let signals: ((x: readonly number[]) => number[])[] = [(x) => [...x]];
  const lines: Line[] = [];
  for (const [l, rows] of gates.W.entries()) {
    const next = signals.map((sent) => (x: readonly number[]) => {
      const below = sent(x);
      return rows.map((row, i) => row.reduce((sum, w, j) => sum + w * below[j]!, gates.b[l]![i]!));
    });
    for (const layer of next) lines.push(...rows.map((_, i) => halfPlaneOf((x) => layer(x)[i]!)));
    const masks = Array.from({ length: 2 ** rows.length }, (_, mask) => rows.map((__, i) => (mask >> i) & 1));
    signals = next.flatMap((layer) =>
      masks.map((mask) => (x: readonly number[]) => layer(x).map((v, i) => v * mask[i]!)),
    );
  }
  return lines;
}

const ascending = (a: number, b: number) => a - b;
const inside = (value: number) => value > -1 && value < 1;

/** Where the lines cross each other, the upper and the lower side, in (-1, 1), with the ends. */
function crossings(lines: readonly Line[]): number[] {
  const all = [...lines, [0, 1, 1], [0, 1, -1]] as const;
  const at = all.flatMap(([a, b, c], i) => all.slice(0, i).map(([d, e, f]) => (b * f - e * c) / (a * e - d * b)));
  const upright = lines.flatMap(([a, b, c]) => (b === 0 && a !== 0 ? [-c / a] : []));
  return [-1, ...[...at, ...upright].filter(inside).sort(ascending), 1];
}

/** Thinner strips and pieces are rounding of crossings that coincide. */
const THIN = 1e-12;

/** A point of 30 binary places: preactivations of random gates there are exact, and so is a gate that is 0 everywhere. */
export const short = (value: number) => Math.round(value * 2 ** 30) / 2 ** 30;

/** Calls `visit` with a point of every piece of every strip, and the area of the piece; the areas sum to 4. */
export function strips(gates: Gates, kind: GateKind, visit: (x: readonly number[], area: number) => void): void {
  const lines = distinct(linesOf(gates, kind));
  const ends = crossings(lines);
  for (let k = 1; k < ends.length; k++) {
    const [from, to] = [ends[k - 1]!, ends[k]!];
    if (to - from < THIN) continue;
    const x = (from + to) / 2;
    const heights = lines.flatMap(([a, b, c]) => (b === 0 ? [] : [-(a * x + c) / b])).filter(inside);
    const stops = [-1, ...heights.sort(ascending), 1];
    for (let j = 1; j < stops.length; j++) {
      const [low, high] = [stops[j - 1]!, stops[j]!];
      if (high - low >= THIN) visit([short(x), short((low + high) / 2)], (to - from) * (high - low));
    }
  }
}

const distinct = (lines: readonly Line[]): Line[] => [
  ...new Map(
    lines
      .filter(([a, b]) => a !== 0 || b !== 0)
      .map((line) => {
        const unit = line[0] !== 0 ? line[0] : line[1];
        const scaled = line.map((entry) => entry / unit) as unknown as Line;
        return [scaled.join(), scaled] as const;
      }),
  ).values(),
];
