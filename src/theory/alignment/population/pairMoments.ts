import { angleOfUnits } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { norm, unit, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { reluKernel } from "./reluKernel.js";

/** Of node k and node j, over x ~ N(0, I). */
export interface PairMoments {
  /** E[relu(w_k.x) relu(w_j.x)]. */
  readonly kernel: number;
  /** E[x z_k f_j] = own w_j + gate w_k. */
  readonly own: number;
  readonly gate: number;
}

/** A list of nodes with their lengths and directions, taken once. */
export interface Nodes {
  readonly weights: Matrix;
  readonly units: Matrix;
  readonly lengths: readonly number[];
}

export const nodesOf = (weights: Matrix): Nodes => ({
  weights,
  units: weights.map(unit),
  lengths: weights.map(norm),
});

const dead: PairMoments = { kernel: 0, own: 0, gate: 0 };

/** Theorem 6 for a pair; a zero weight is a dead node, whose activation and gate are 0. */
export function pairMoments(a: Nodes, k: number, b: Nodes, j: number): PairMoments {
  const [lengthK, lengthJ] = [a.lengths[k]!, b.lengths[j]!];
  if (lengthK === 0 || lengthJ === 0) return dead;
  const angle = angleOfUnits(a.units[k]! as Vector, b.units[j]! as Vector);
  return {
    kernel: lengthK * lengthJ * reluKernel(angle),
    own: angle.supplement / (2 * Math.PI),
    gate: ((lengthJ / lengthK) * angle.sine) / (2 * Math.PI),
  };
}
