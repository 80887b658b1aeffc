/**
 * Regions of networks without biases are sectors of a square around the origin. Neighbours are joined, so that a half-plane is one polygon
 * and not a fan of eighty.
 */
type Point = readonly [x: number, y: number];
type Polygon = readonly Point[];

const isOrigin = ([x, y]: Point): boolean => x === 0 && y === 0;

/** The corners on the square, counterclockwise from the first side of the sector to the other one. */
function arcOf(corners: Polygon): Polygon {
  const at = corners.findIndex(isOrigin);
  if (at >= 0) return [...corners.slice(at + 1), ...corners.slice(0, at)];
  // a half of the square: one edge leads through the origin
  const edge = corners.findIndex(([x, y], k) => {
    const [a, b] = corners[(k + 1) % corners.length]!;
    return Math.abs(x * b - y * a) <= 1e-12 * Math.hypot(x, y) * Math.hypot(a, b) && x * a + y * b < 0;
  });
  return edge < 0 ? corners : [...corners.slice(edge + 1), ...corners.slice(0, edge + 1)];
}

const same = (a: Point, b: Point): boolean => a[0] === b[0] && a[1] === b[1];

/** Polygons of cells (counterclockwise, with rounded exact corners) as few sectors with the same union. */
export function joinedSectors(cells: readonly Polygon[]): readonly Polygon[] {
  const arcs = cells.map(arcOf);
  const parts: Point[][] = [];
  const left = new Set(arcs);
  for (const start of arcs) {
    if (!left.delete(start)) continue;
    let part = [...start];
    for (let grown = true; grown; ) {
      grown = false;
      for (const other of left) {
        if (same(part.at(-1)!, other[0]!)) part = [...part, ...other.slice(1)];
        else if (same(other.at(-1)!, part[0]!)) part = [...other, ...part.slice(1)];
        else continue;
        left.delete(other);
        grown = true;
      }
    }
    parts.push(part);
  }
  // all around there is no side
  return parts.map((part) => (part.length > 2 && same(part[0]!, part.at(-1)!) ? part.slice(1) : [[0, 0], ...part]));
}
