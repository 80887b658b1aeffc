/** What a trained network looks like: its outputs and a kernel on the circle, and where its paths are active in the plane. */
import { topShare } from "../../../experiments/gating/circleKernels.js";
import type { WeightMatrices } from "../../../simulation/gating/weightMatrices.js";
import { overlapKernel, traceNormalised } from "../../../theory/gating/kernels/overlapKernel.js";
import { tangentKernel } from "../../../theory/gating/kernels/tangentKernel.js";
import { outputsAt } from "../../../theory/gating/network/gatedForward.js";
import type { GatedNetwork } from "../../../theory/gating/network/gatedNetwork.js";
import { gateNormals } from "../../../theory/gating/network/gateNormals.js";
import { pathExpert } from "../../../theory/gating/paths/pathExpert.js";
import { strongestPath } from "../../../theory/gating/paths/strongestPath.js";
import { type PatternCell, patternCells } from "../../../theory/gating/regions/patternCells.js";
import { equalAngles, KERNEL_POINTS, OUTPUTS, REACH } from "./circleAngles.js";
import type { NetworkKind } from "./circleNetwork.js";
import type { KernelName } from "./kernelNames.js";
import { joinedSectors } from "./sectors.js";
import { hardNetwork, softNetwork } from "./trainCircleTask.js";

type Point = readonly [x: number, y: number];
type Polygon = readonly Point[];

export interface GatesLookQuestion {
  readonly kind: NetworkKind;
  /** Of the weights: the answer says it again. */
  readonly epoch: number;
  readonly beta: number;
  readonly weights: WeightMatrices;
  readonly kernel: KernelName;
  /** Of a point of the circle, in units of pi. */
  readonly angle: number;
  /** Neurons from 0; null: the strongest path at that point. */
  readonly path: readonly number[] | null;
}

export interface Cell {
  readonly corners: Polygon;
  /** Active paths: the product of the numbers of active neurons. */
  readonly paths: number;
}

export interface GatesLook {
  readonly kind: NetworkKind;
  readonly epoch: number;
  /** At 200 equal angles, from pi/200 on. */
  readonly outputs: readonly number[];
  /** K(x, x') over the mean of K(x, x), at 48 equal angles from pi/48 on. */
  readonly kernel: readonly (readonly number[])[];
  /** The share of the trace on the top half of the circle. */
  readonly topShare: number;
  readonly path: readonly number[];
  /** Whether it is, at the point; where no path is active there, the strongest one is any. */
  readonly active: boolean;
  /** What the path adds to the output at the point, with step gates; 0 where it is not active. */
  readonly contribution: number;
  /** Of each hidden layer, where the path's neuron is active. */
  readonly layers: readonly (readonly Polygon[])[];
  /** Where all of them are, and the share of the square. */
  readonly region: readonly Polygon[];
  readonly area: number;
  readonly cells: readonly Cell[];
  /** Of each hidden layer, where the half-planes point, in units of pi from 0 to 2; null for ReLU networks, which have none. */
  readonly directions: readonly (readonly number[])[] | null;
}

const pointAt = (angle: number): number[] => [Math.cos(Math.PI * angle), Math.sin(Math.PI * angle)];

/** With a mean of 1 on the diagonal; zeros where no path is active anywhere. */
function kernelOf({ kind, beta, weights, kernel }: GatesLookQuestion) {
  const points = equalAngles(KERNEL_POINTS).map(pointAt);
  const rows =
    kernel === "overlap"
      ? overlapKernel(hardNetwork({ kind }, weights), points)
      : tangentKernel(softNetwork({ kind, beta }, weights), points);
  const trace = rows.reduce((sum, row, k) => sum + row[k]!, 0);
  if (!(trace > 0)) return { kernel: rows, topShare: 0 };
  const shares = traceNormalised(rows);
  return { kernel: shares.map((row) => row.map((value) => value * KERNEL_POINTS)), topShare: topShare(shares) };
}

const isOpen = ({ pattern }: PatternCell, layer: number, neuron: number): boolean => pattern[layer]![neuron] === "1";
const openCount = (bits: string): number => bits.split("1").length - 1;
const cornersOf = (cells: readonly PatternCell[]) => joinedSectors(cells.map(({ corners }) => corners));

/** Neurons without a normal point nowhere, and are left out. */
function directionsOf(network: GatedNetwork): GatesLook["directions"] {
  if (network.model === "relu") return null;
  return gateNormals(network).map(({ normals }) =>
    normals.flatMap(([x, y]) => (x === 0 && y === 0 ? [] : [(Math.atan2(y!, x!) / Math.PI + 2) % 2])),
  );
}

/** @throws TheoryError for paths that the network does not have. */
export function gatesLookTask(question: GatesLookQuestion): GatesLook {
  const { kind, epoch, beta, weights, angle, path: chosen } = question;
  const hard = hardNetwork({ kind }, weights);
  const depth = hard.widths.length - 2;
  const x = pointAt(angle);
  const expert = chosen === null ? strongestPath(hard, x) : pathExpert(hard, chosen, x);
  const { path } = expert;
  const cells = patternCells(weights.W.slice(0, depth), {
    ...{ box: [-REACH, REACH] as const, gates: kind === "relu" ? ("relu" as const) : ("linear" as const) },
  });
  const own = cells.filter((cell) => path.every((neuron, layer) => isOpen(cell, layer, neuron)));
  const total = (2 * REACH) ** 2;
  return {
    ...{ kind, epoch },
    ...{ outputs: outputsAt(softNetwork({ kind, beta }, weights), equalAngles(OUTPUTS).map(pointAt)).map(([y]) => y!) },
    ...kernelOf(question),
    ...{ path, active: expert.gate > 0, contribution: expert.gate * expert.values[0]! + 0 },
    layers: path.map((neuron, layer) => cornersOf(cells.filter((cell) => isOpen(cell, layer, neuron)))),
    region: cornersOf(own),
    area: own.reduce((sum, { areaNumber }) => sum + areaNumber, 0) / total,
    directions: directionsOf(hard),
    cells: cells.map(({ corners, pattern }) => ({
      ...{ corners, paths: pattern.reduce((product, bits) => product * openCount(bits), 1) },
    })),
  };
}
