/**
 * The active region of a path of a deep linearly gated network with two inputs, exactly. Every neuron is active on a half-plane: with
 * eta_l = W_l eta_{l-1} + b_l, eta_0 = x, the region is A_pi = {x : eta_{l,i_l}(x) >= 0 for l = 1, ..., L-1} (Eqn. 4), here within a square.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { type Rational, rational, toNumber } from "../../../symbolic/rational.js";
import { assertPath } from "../shapes.js";
import { linearSignals } from "./affineForm.js";
import { assertPlane, exactGates } from "./exactGates.js";
import { clip, type PolygonVertices, polygonArea, squareBox, verticesOf } from "./planePolygon.js";
import { boxOptions, layersShape } from "./shapes.js";

export interface RegionOptions {
  /** b_1, ..., b_{L-1}; default 0. */
  readonly biases?: readonly (readonly number[])[];
  /** The square [low, high]^2; default [-1, 1]. */
  readonly box?: readonly [number, number];
}

export interface PathPolygon extends PolygonVertices {
  /** (a, b, c) of a x + b y + c >= 0, one a layer. */
  readonly halfPlanes: readonly (readonly [Rational, Rational, Rational])[];
  readonly area: Rational;
  /** The nearest double. */
  readonly areaNumber: number;
}

/**
 * The region of the path (one neuron of each hidden layer, from 0 up) of the hidden layers `weights`, rows are neurons; no output layer. Numbers are
 * read as the decimals that they print as, and nothing is rounded but `areaNumber`, once. Vertices are those of the square from (low, low), clipped
 * layer by layer.
 * @throws TheoryError "domain" for networks that do not have two inputs or do not chain, paths that do not fit, and empty squares.
 */
export function pathPolygon(
  weights: readonly Matrix[],
  path: readonly number[],
  options: RegionOptions = {},
): PathPolygon {
  assertShapes({ weights: layersShape, path: vector, options: boxOptions }, { weights, path, options });
  const { biases, box = [-1, 1] } = options;
  const gates = exactGates(weights, biases);
  assertPlane(gates);
  assertPath(path, gates.widths);
  const own = linearSignals(gates).map(({ forms, unit }, l) => ({ form: forms[path[l]!]!, unit }));
  const polygon = own.reduce((left, { form }) => clip(left, form), squareBox(box));
  const area = polygonArea(polygon);
  const halfPlanes = own.map(
    ({ form: [a, b, c], unit }) => [rational(a!, unit), rational(b!, unit), rational(c!, unit)] as const,
  );
  return Object.freeze({ halfPlanes, ...verticesOf(polygon), area, areaNumber: toNumber(area) });
}
