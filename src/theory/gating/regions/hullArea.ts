import { compareRational, type Rational, rational } from "../../../symbolic/rational.js";
import { type PlanePoint, polygonArea } from "./planePolygon.js";

/** Positive where c lies to the left of the line from a to b. */
const turn = (a: PlanePoint, b: PlanePoint, c: PlanePoint): bigint =>
  a.x * (b.y * c.w - c.y * b.w) - a.y * (b.x * c.w - c.x * b.w) + a.w * (b.x * c.y - c.x * b.y);

const byPlace = (a: PlanePoint, b: PlanePoint): number =>
  compareRational(rational(a.x, a.w), rational(b.x, b.w)) || compareRational(rational(a.y, a.w), rational(b.y, b.w));

/** The lower hull of points in ascending order, by Andrew's (1979) scan. */
function chain(points: readonly PlanePoint[]): PlanePoint[] {
  const hull: PlanePoint[] = [];
  for (const point of points) {
    while (hull.length > 1 && turn(hull.at(-2)!, hull.at(-1)!, point) <= 0n) hull.pop();
    hull.push(point);
  }
  return hull.slice(0, -1);
}

/** The exact area of the convex hull; 0 for fewer than three points. */
export function hullArea(points: readonly PlanePoint[]): Rational {
  const sorted = [...points].sort(byPlace);
  return polygonArea([...chain(sorted), ...chain([...sorted].reverse())]);
}
