/**
 * Convex polygons of the plane with rational vertices, in homogeneous integers: (x, y, w) is the point (x/w, y/w), w > 0. A point where an edge from P
 * to Q crosses a line with values p < 0 < q or p > 0 > q (at the triples) is q P - p Q: no division until the common divisor is taken out.
 * Clipping as Sutherland and Hodgman (1974).
 */
import { gcdInteger } from "../../../symbolic/algebra/integers.js";
import { rationalFromDecimal } from "../../../symbolic/precise/decimal.js";
import { addRational, type Rational, rational, toNumber } from "../../../symbolic/rational.js";
import { assertEnds } from "../shapes.js";
import type { AffineForm } from "./affineForm.js";

export interface PlanePoint {
  readonly x: bigint;
  readonly y: bigint;
  /** Positive; no common divisor with both others. */
  readonly w: bigint;
}

/** Vertices in counterclockwise order. */
export type PlanePolygon = readonly PlanePoint[];

export function planePoint(x: bigint, y: bigint, w: bigint): PlanePoint {
  const divisor = gcdInteger(gcdInteger(x, y), w) * (w < 0n ? -1n : 1n);
  return { x: x / divisor, y: y / divisor, w: w / divisor };
}

/** A positive multiple of the form's value: its sign is that of the value. */
export const valueAt = ([a, b, c]: AffineForm, { x, y, w }: PlanePoint): bigint => a! * x + b! * y + c! * w;

/** The square [low, high]^2 from (low, low), counterclockwise. Throws TheoryError "domain" unless low < high, finite. */
export function squareBox(box: readonly [number, number]): PlanePolygon {
  const [low, high] = [rationalFromDecimal(String(box[0])), rationalFromDecimal(String(box[1]))];
  assertEnds("box", box);
  const corner = (x: Rational, y: Rational) =>
    planePoint(x.numerator * y.denominator, y.numerator * x.denominator, x.denominator * y.denominator);
  return [corner(low, low), corner(high, low), corner(high, high), corner(low, high)];
}

const crossing = (P: PlanePoint, p: bigint, Q: PlanePoint, q: bigint): PlanePoint =>
  planePoint(q * P.x - p * Q.x, q * P.y - p * Q.y, q * P.w - p * Q.w);

/** The part where the form is from 0 up: vertices in the order of the old ones, a crossing after the vertex whose edge it lies on. */
export function clip(polygon: PlanePolygon, form: AffineForm): PlanePolygon {
  const values = polygon.map((vertex) => valueAt(form, vertex));
  const kept: PlanePoint[] = [];
  for (const [i, vertex] of polygon.entries()) {
    const j = i + 1 === polygon.length ? 0 : i + 1;
    const [p, q] = [values[i]!, values[j]!];
    if (p >= 0n) kept.push(vertex);
    // a segment has one edge, not two
    if (i === 1 && polygon.length === 2) continue;
    if ((p > 0n && q < 0n) || (p < 0n && q > 0n)) kept.push(crossing(vertex, p, polygon[j]!, q));
  }
  return kept;
}

/** The same where the form is at most 0. */
export const clipBelow = (polygon: PlanePolygon, form: AffineForm): PlanePolygon =>
  clip(
    polygon,
    form.map((entry) => -entry),
  );

/** Exact; 0 for points and segments. */
export function polygonArea(polygon: PlanePolygon): Rational {
  let twice = rational(0);
  for (const [i, P] of polygon.entries()) {
    const Q = polygon[i + 1 === polygon.length ? 0 : i + 1]!;
    twice = addRational(twice, rational(P.x * Q.y - Q.x * P.y, P.w * Q.w));
  }
  return rational(twice.numerator, 2n * twice.denominator);
}

/** Vertices, as fractions and as doubles. */
export interface PolygonVertices {
  /** Counterclockwise; a point or a segment where only that is left, none where nothing is. */
  readonly vertices: readonly (readonly [Rational, Rational])[];
  /** The same, each rounded once. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

export function verticesOf(polygon: PlanePolygon): PolygonVertices {
  const vertices = polygon.map(({ x, y, w }) => [rational(x, w), rational(y, w)] as const);
  return { vertices, corners: vertices.map(([x, y]) => [toNumber(x), toNumber(y)] as const) };
}

/** The lines of the edges as forms that are positive inside. */
export const edgeForms = (polygon: PlanePolygon): readonly AffineForm[] =>
  polygon.map((P, i) => {
    const Q = polygon[i + 1 === polygon.length ? 0 : i + 1]!;
    return [P.y * Q.w - Q.y * P.w, Q.x * P.w - P.x * Q.w, P.x * Q.y - Q.x * P.y];
  });
