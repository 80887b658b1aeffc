import { preactivations } from "./forward.js";
import type { Gates } from "./randomGates.js";

/** a x + b y + c >= 0. */
export type HalfPlane = readonly [a: number, b: number, c: number];

/** The affine function a x + b y + c, from its values at three points. */
export function halfPlaneOf(valueAt: (x: readonly number[]) => number): HalfPlane {
  const c = valueAt([0, 0]);
  return [valueAt([1, 0]) - c, valueAt([0, 1]) - c, c];
}

/** Where each neuron of a linear gating network with two inputs is active, layer by layer. */
export const halfPlanes = (gates: Gates): HalfPlane[][] =>
  gates.W.map((rows, l) => rows.map((_, i) => halfPlaneOf((x) => preactivations(gates, x, "linear")[l]![i]!)));
