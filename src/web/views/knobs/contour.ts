/** Lines on which values on a grid are zero: marching squares with linear interpolation along the edges. */
import type { Point } from "../../../experiments/plot.js";

/** An edge of the grid by its first corner and its direction; a crossing is on one edge. */
type Edge = string;

const edgeOf = (i: number, j: number, across: boolean): Edge => `${i},${j},${across ? "x" : "y"}`;

/**
 * values[j][i] at the corner (i, j); points are in units of corners. Squares with a corner that is no number are left out. A saddle is parted by the
 * mean of its corners.
 */
export function contour(values: readonly (readonly number[])[]): readonly (readonly Point[])[] {
  const points = new Map<Edge, Point>();
  const links = new Map<Edge, Edge[]>();
  const crossing = (i: number, j: number, across: boolean): Edge => {
    const edge = edgeOf(i, j, across);
    const [a, b] = [values[j]![i]!, across ? values[j]![i + 1]! : values[j + 1]![i]!];
    const part = a / (a - b);
    points.set(edge, across ? [i + part, j] : [i, j + part]);
    return edge;
  };
  const link = (a: Edge, b: Edge) => {
    links.set(a, [...(links.get(a) ?? []), b]);
    links.set(b, [...(links.get(b) ?? []), a]);
  };
  for (let j = 0; j + 1 < values.length; j++) {
    for (let i = 0; i + 1 < values[j]!.length; i++) {
      const corners = [values[j]![i]!, values[j]![i + 1]!, values[j + 1]![i + 1]!, values[j + 1]![i]!];
      if (!corners.every(Number.isFinite)) continue;
      const above = corners.map((value) => value > 0);
      // the edges in the order of the corners: below, right, above, left
      const edges = [
        () => crossing(i, j, true),
        () => crossing(i + 1, j, false),
        () => crossing(i, j + 1, true),
        () => crossing(i, j, false),
      ];
      const crossed = edges.flatMap((edge, k) => (above[k] === above[(k + 1) % 4] ? [] : [edge()]));
      if (crossed.length === 2) link(crossed[0]!, crossed[1]!);
      if (crossed.length !== 4) continue;
      const middle = corners.reduce((sum, value) => sum + value, 0) > 0;
      // corner 0 is cut off when the middle is of the other kind
      const pairs = middle === above[0] ? [0, 1, 2, 3] : [3, 0, 1, 2];
      link(crossed[pairs[0]!]!, crossed[pairs[1]!]!);
      link(crossed[pairs[2]!]!, crossed[pairs[3]!]!);
    }
  }
  return chains(links).map((chain) => chain.map((edge) => points.get(edge)!));
}

/** The links as lines: first those with ends, then closed ones. */
function chains(links: ReadonlyMap<Edge, readonly Edge[]>): readonly (readonly Edge[])[] {
  const seen = new Set<Edge>();
  const found: Edge[][] = [];
  const starts = [...links].sort((a, b) => a[1].length - b[1].length).map(([edge]) => edge);
  for (const start of starts) {
    if (seen.has(start)) continue;
    const chain = [start];
    seen.add(start);
    for (let at = start; ; ) {
      const next = links.get(at)!.find((edge) => !seen.has(edge));
      if (next === undefined) {
        if (chain.length > 2 && links.get(at)!.includes(start)) chain.push(start);
        break;
      }
      seen.add(next);
      chain.push(next);
      at = next;
    }
    found.push(chain);
  }
  return found;
}
