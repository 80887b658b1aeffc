/** How many regions a gated network with two inputs has: activation patterns and active paths, within a square and in the whole plane. */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes } from "../../../numeric/shape.js";
import { compareRational, type Rational, toNumber } from "../../../symbolic/rational.js";
import { activePaths } from "./activePaths.js";
import { linearSignals } from "./affineForm.js";
import { assertPlane, exactGates } from "./exactGates.js";
import { type LineArrangement, lineArrangement } from "./lineArrangement.js";
import type { RegionOptions } from "./pathPolygon.js";
import { cellsOf } from "./patternCells.js";
import { polygonArea, squareBox } from "./planePolygon.js";
import { boxOptions, layersShape } from "./shapes.js";

/** Regions of positive area. */
export interface PlaneRegions {
  /** All paths: the product of the widths. */
  readonly paths: bigint;
  readonly linear: {
    /** Activation patterns in the square. */
    readonly cells: number;
    /** Paths whose region has an area in the square. */
    readonly paths: bigint;
    /** The lines of all neurons in the whole plane; its regions are the activation patterns. */
    readonly plane: LineArrangement;
  };
  readonly relu: {
    readonly cells: number;
    readonly paths: bigint;
    readonly largestArea: Rational;
    /** The nearest double. */
    readonly largestAreaNumber: number;
  };
}

/**
 * Counts for the hidden layers `weights` (rows are neurons; no output layer), gated linearly and through ReLUs. Exact for the decimals as given: parallel
 * and coincident lines, three lines through a point, and neurons that are constant are counted as what they are. At most 512 neurons, 20000 cells.
 * @throws TheoryError "domain" for networks that do not have two inputs or do not chain, empty squares, and more cells than that.
 */
export function planeRegions(weights: readonly Matrix[], options: RegionOptions = {}): PlaneRegions {
  assertShapes({ weights: layersShape, options: boxOptions }, { weights, options });
  const { biases, box = [-1, 1] } = options;
  const gates = exactGates(weights, biases);
  assertPlane(gates);
  const start = squareBox(box);
  const [linear, relu] = [cellsOf(gates, start, "linear"), cellsOf(gates, start, "relu")];
  const areas = relu.map(({ polygon }) => polygonArea(polygon));
  const largestArea = areas.reduce((most, area) => (compareRational(area, most) > 0 ? area : most));
  return Object.freeze({
    paths: gates.widths.reduce((product, width) => product * BigInt(width), 1n),
    linear: {
      cells: linear.length,
      paths: activePaths(linear.map(({ pattern }) => pattern)),
      plane: lineArrangement(linearSignals(gates).flatMap(({ forms }) => forms)),
    },
    relu: {
      cells: relu.length,
      paths: activePaths(relu.map(({ pattern }) => pattern)),
      largestArea,
      largestAreaNumber: toNumber(largestArea),
    },
  });
}
