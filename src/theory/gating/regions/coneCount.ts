/**
 * Paths of a bias-free deep linearly gated network with two inputs: every region is a cone. The boundaries of the neurons cut the circle of directions into
 * arcs k on which all gates are constant. A cone is one run of arcs, so that it has one arc more than pairs of neighbouring arcs, and with the overlap
 * kernel K (paths active on both)
 *
 *   number of cones = sum_k K(k, k) - sum_k K(k, k+1) + paths without a boundary,
 *
 * the last being those that are active everywhere. Directions are ordered by exact arithmetic. The formula by arcs is ours.
 */
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes } from "../../../numeric/shape.js";
import { assertFewNeurons } from "../shapes.js";
import { type AffineForm, isConstant, linearSignals, signAt } from "./affineForm.js";
import { assertPlane, exactGates } from "./exactGates.js";
import { distinctLines } from "./lineArrangement.js";
import { layersShape } from "./shapes.js";

type Direction = readonly [bigint, bigint];

export interface ConeCount {
  /** Paths whose region has interior points. All regions contain 0. */
  readonly cones: bigint;
  /** All paths: the product of the widths. */
  readonly paths: bigint;
  /** Arcs of directions with constant gates: two for each different boundary, 1 without boundaries. */
  readonly arcs: number;
  /** K(k, k) on each arc, counterclockwise: how many paths are active there. */
  readonly activePaths: readonly bigint[];
}

/** 0 for angles in [0, pi), 1 for those in [pi, 2 pi). */
const half = ([x, y]: Direction): number => Number(y < 0n || (y === 0n && x < 0n));

const byAngle = (a: Direction, b: Direction): number => {
  const cross = a[0] * b[1] - a[1] * b[0];
  return half(a) - half(b) || (cross > 0n ? -1 : cross < 0n ? 1 : 0);
};

/** One direction inside each arc, counterclockwise. */
function arcDirections(lines: readonly AffineForm[]): readonly Direction[] {
  if (lines.length === 0) return [[1n, 0n]];
  const [a, b] = [lines[0]![0]!, lines[0]![1]!];
  if (lines.length === 1)
    return [
      [a, b],
      [-a, -b],
    ];
  const ends = lines
    .flatMap(([p, q]): Direction[] => [
      [-q!, p!],
      [q!, -p!],
    ])
    .sort(byAngle);
  return ends.map(([x, y], k) => {
    const [u, v] = ends[(k + 1) % ends.length]!;
    return [x + u, y + v];
  });
}

/**
 * The number of paths whose active region has interior points, without a list of paths, for the hidden layers `weights` of a deep linearly gated network
 * without biases (rows are neurons; no output layer). Exact for the decimals as given. At most 512 neurons.
 * @throws TheoryError "domain" for networks that do not have two inputs or do not chain.
 */
export function coneCount(weights: readonly Matrix[]): ConeCount {
  assertShapes({ weights: layersShape }, { weights });
  const gates = exactGates(weights);
  assertPlane(gates);
  assertFewNeurons("weights", gates.widths);
  const layers = linearSignals(gates).map(({ forms }) => forms);
  const directions = arcDirections(distinctLines(layers.flat()));
  const open = directions.map((direction) =>
    layers.map((forms) => forms.map((form) => signAt(form, direction, 1n) >= 0)),
  );
  const overlap = (k: number, other: number): bigint =>
    open[k]!.reduce(
      (product, layer, l) => product * BigInt(layer.filter((is, i) => is && open[other]![l]![i]!).length),
      1n,
    );
  const activePaths = directions.map((_, k) => overlap(k, k));
  const shared = directions.map((_, k) => overlap(k, (k + 1) % directions.length));
  const everywhere = layers.reduce((product, forms) => product * BigInt(forms.filter(isConstant).length), 1n);
  const total = (counts: readonly bigint[]) => counts.reduce((sum, count) => sum + count, 0n);
  return Object.freeze({
    cones: total(activePaths) - total(shared) + everywhere,
    paths: gates.widths.reduce((product, width) => product * BigInt(width), 1n),
    arcs: directions.length,
    activePaths,
  });
}
