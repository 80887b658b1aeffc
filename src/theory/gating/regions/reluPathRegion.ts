/**
 * The active region of a path of a ReLU network with two inputs within a square, exactly: the union of the activation pattern regions in which the neurons
 * of the path are active (section 3.1). Unlike that of a linear gating network it need be neither convex nor connected.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { addRational, equalRational, type Rational, rational, toNumber } from "../../../symbolic/rational.js";
import { assertPath } from "../shapes.js";
import { assertPlane, exactGates } from "./exactGates.js";
import { hullArea } from "./hullArea.js";
import type { RegionOptions } from "./pathPolygon.js";
import { cellsOf } from "./patternCells.js";
import {
  clip,
  edgeForms,
  type PlanePolygon,
  type PolygonVertices,
  polygonArea,
  squareBox,
  verticesOf,
} from "./planePolygon.js";
import { boxOptions, layersShape } from "./shapes.js";

export interface ReluPathRegion {
  /** The cells that it consists of: convex, counterclockwise, with edges in common at most. */
  readonly pieces: readonly PolygonVertices[];
  readonly area: Rational;
  /** The nearest double. */
  readonly areaNumber: number;
  /** Connected parts of the union of the closed pieces. */
  readonly components: number;
  /** Whether the union of the closed pieces is a convex set. */
  readonly isConvex: boolean;
}

/** Whether two closed polygons of positive area have a point in common. */
const meet = (a: PlanePolygon, b: PlanePolygon): boolean =>
  edgeForms(b).reduce((left, form) => (left.length === 0 ? left : clip(left, form)), a).length > 0;

function componentsOf(polygons: readonly PlanePolygon[]): number {
  const left = new Set(polygons);
  let components = 0;
  for (const start of polygons) {
    if (!left.delete(start)) continue;
    components += 1;
    const reached = [start];
    for (let polygon = reached.pop(); polygon !== undefined; polygon = reached.pop()) {
      for (const other of left) {
        if (!meet(polygon, other)) continue;
        left.delete(other);
        reached.push(other);
      }
    }
  }
  return components;
}

/**
 * The region of the path (one neuron of each hidden layer, from 0 up) of the hidden layers `weights`, rows are neurons; no output layer. Parts without an
 * area, where a preactivation touches 0 from below, are left out. Exact for the decimals as given. At most 512 neurons and 20000 cells.
 * @throws TheoryError "domain" for networks that do not have two inputs or do not chain, paths that do not fit, empty squares, and more cells than that.
 */
export function reluPathRegion(
  weights: readonly Matrix[],
  path: readonly number[],
  options: RegionOptions = {},
): ReluPathRegion {
  assertShapes({ weights: layersShape, path: vector, options: boxOptions }, { weights, path, options });
  const { biases, box = [-1, 1] } = options;
  const gates = exactGates(weights, biases);
  assertPlane(gates);
  assertPath(path, gates.widths);
  const cells = cellsOf(gates, squareBox(box), "relu");
  const polygons = cells
    .filter(({ pattern }) => pattern.every((bits, l) => bits[path[l]!] === "1"))
    .map(({ polygon }) => polygon);
  const area = polygons.map(polygonArea).reduce(addRational, rational(0));
  return Object.freeze({
    pieces: polygons.map(verticesOf),
    area,
    areaNumber: toNumber(area),
    components: componentsOf(polygons),
    isConvex: equalRational(hullArea(polygons.flat()), area),
  });
}
