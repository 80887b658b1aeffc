/**
 * Gates of networks of two inputs without biases are constant on cones. Between the directions phi_1 < ... < phi_K at which a gate switches, with K the overlap
 * kernel at one point of each arc,
 *   sum_k (K(k, k) - K(k, k + 1))
 * is the number of times a path that is active on an arc is silent on the next: the number of runs of arcs on which a path is active, but for those of paths
 * that are active all round. Every run is a cone of A_pi; all of them meet in x = 0, where every gate is open. A DLGN's region is one cone: the number is that of
 * the paths that have one, which `coneCount` finds exactly. Ours.
 */
import { domainError } from "../../../numeric/domain.js";
import { type Matrix, multiply } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes } from "../../../numeric/shape.js";
import { gateActivity } from "../network/activity.js";
import type { GatedNetwork } from "../network/gatedNetwork.js";
import { hiddenWidths } from "../paths/enumeration.js";
import { assertFewNeurons, gatedShape } from "../shapes.js";

/** Directions closer than this, in radians, are one. */
const CLOSE = 1e-12;
const TURN = 2 * Math.PI;

export interface ActiveArcs {
  /** Directions at which some gate switches, radians in [0, 2 pi), ascending. */
  readonly breakpoints: readonly number[];
  /** |A(x)| on the arc from each breakpoint to the next, the last one to the first; one number, all round, without breakpoints. */
  readonly paths: readonly number[];
  /** Connected components, on the circle of directions, of all path regions with an interior: of a DLGN the number of such regions. */
  readonly components: number;
  /** Paths among them that are active all round. */
  readonly everywhere: number;
}

/**
 * The arcs of the circle on which gates are constant, and the number of path regions, for step gates, two inputs and no biases.
 * ReLU networks are followed layer by layer. Regions without an interior are not counted. At most 512 hidden neurons.
 * @throws TheoryError "domain" for other numbers of inputs, biases and soft gates.
 */
export function activeArcs(network: GatedNetwork): ActiveArcs {
  assertShapes({ network: gatedShape }, { network });
  const { widths, b, beta } = network;
  if (widths[0] !== 2) throw domainError("network", `${widths[0]} inputs`, "two inputs", "Arcs are those of a circle.");
  if (b?.some((values) => values.some((value) => value !== 0))) {
    throw domainError("network", "biases", "a network without biases", "Its regions are no cones.");
  }
  if (beta !== null) throw domainError("network", "soft gates", "step gates", "Leave out beta.");
  assertFewNeurons("network", hiddenWidths(network));
  let breakpoints: readonly number[] = [];
  for (let layer = 1; layer < widths.length - 1; layer++) {
    breakpoints = merged([...breakpoints, ...switchesOf(network, layer, breakpoints)]);
  }
  const { gates } = gateActivity(network, middlesOf(breakpoints).map(pointAt));
  const count = Math.max(1, breakpoints.length);
  const shared = (k: number, other: number) => sharedPaths(network, gates, [k, other]);
  const paths = Array.from({ length: count }, (_, k) => shared(k, k));
  const ends = paths.reduce((sum, own, k) => sum + own - shared(k, (k + 1) % count), 0);
  const everywhere = sharedPaths(network, gates, [...paths.keys()]);
  return { breakpoints, paths, components: ends + everywhere, everywhere };
}

const pointAt = (angle: number): number[] => [Math.cos(angle), Math.sin(angle)];

const middlesOf = (breakpoints: readonly number[]): number[] =>
  breakpoints.length === 0
    ? [0]
    : breakpoints.map((from, k) => (from + (breakpoints[k + 1] ?? breakpoints[0] + TURN)) / 2);

function merged(angles: readonly number[]): number[] {
  const sorted = angles.map((angle) => ((angle % TURN) + TURN) % TURN).sort((a, b) => a - b);
  const kept = sorted.filter((angle, k) => k === 0 || angle - sorted[k - 1] > CLOSE);
  const around = kept.length > 1 && kept[0] + TURN - kept[kept.length - 1] <= CLOSE;
  return around ? kept.slice(0, -1) : kept;
}

/** Directions inside the arcs at which gates of the layer switch. */
function switchesOf(network: GatedNetwork, layer: number, breakpoints: readonly number[]): number[] {
  if (network.model === "dln") return [];
  const zerosOf = (normals: Matrix) =>
    normals
      .filter(([x, y]) => x !== 0 || y !== 0)
      .flatMap(([x, y]) => [Math.atan2(y, x) + Math.PI / 2, Math.atan2(y, x) - Math.PI / 2]);
  if (network.model !== "relu" || breakpoints.length === 0) return zerosOf(normalsAt(network, layer, 0));
  return middlesOf(breakpoints).flatMap((middle, k) => {
    const half = middle - breakpoints[k];
    const away = (angle: number) => Math.abs(((angle - middle + 3 * Math.PI + TURN) % TURN) - Math.PI);
    return zerosOf(normalsAt(network, layer, middle)).filter((angle) => away(angle) < half);
  });
}

/** eta_l = normals x around the direction. */
function normalsAt(network: GatedNetwork, layer: number, angle: number): Matrix {
  const { gates } = gateActivity(network, [pointAt(angle)]);
  return network.W.slice(0, layer).reduce<Matrix>((below, rows, l) => {
    if (l === 0) return rows;
    const signal =
      network.model === "relu" ? below.map((row, i) => row.map((entry) => entry * gates[l - 1][i])) : below;
    return multiply(rows, signal);
  }, []);
}

/** Paths that are active on all of these arcs. */
function sharedPaths(network: GatedNetwork, gates: readonly Float64Array[], arcs: readonly number[]): number {
  return hiddenWidths(network).reduce((product, width, l) => {
    let active = 0;
    for (let i = 0; i < width; i++) if (arcs.every((k) => gates[l][k * width + i] === 1)) active++;
    return product * active;
  }, 1);
}
