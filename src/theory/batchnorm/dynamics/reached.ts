import type { Estimate } from "../../../numeric/estimate.js";
import type { BatchNorm } from "../batchNorm.js";
import { depthScaleOf } from "../depthScale.js";
import { type Dynamics, dynamics } from "./dynamics.js";

/** Where a network goes that leaves an unstable BSB1, in short. */
export interface Reached {
  readonly kind: Dynamics["kind"];
  /** Group sizes; empty where undecided. */
  readonly blocks: readonly number[];
  /** Growth of E|gradient|^2 a layer there; null where it is not known. */
  readonly rate: Estimate | null;
  /** 1/ln(rate), layers. */
  readonly depthScale: Estimate | null;
  readonly notes: readonly string[];
}

/** Paths of larger batches take too long to be part of another answer. */
export const LARGEST_BATCH = 128;
const STEPS = 300;

/**
 * Where the path of seed 1 and width 1000 takes a network whose BSB1 is unstable; null when BSB1 is not. Batches of 4 to 128, in about a
 * second at 64 and two at 128 (up to four where 300 layers do not decide); "undecided" at once for others.
 */
export function reached(network: BatchNorm): Reached | null {
  if (network.stability.verdict !== "unstable") return null;
  const { activation, batch, epsilon, gamma, beta, weightVariance } = network;
  if (!(batch >= 4 && batch <= LARGEST_BATCH)) {
    const path = `theoria dynamics follows paths of batches from 4 to 512; rate does up to ${LARGEST_BATCH}.`;
    return { kind: "undecided", blocks: [], rate: null, depthScale: null, notes: [path] };
  }
  const found = dynamics({ activation, batch, epsilon, gamma, beta, weightVariance }, { steps: STEPS });
  const { kind, blocks, rate, notes } = found;
  return { kind, blocks, rate, depthScale: rate === null ? null : depthScaleOf(rate), notes: [notes.join(" ")] };
}
