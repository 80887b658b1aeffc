import { angleOfUnits } from "../../../numeric/linearAlgebra/angleOfUnits.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { nodesOf } from "./pairMoments.js";
import { lossOf } from "./populationLoss.js";
import type { TwoLayer } from "./twoLayer.js";

/** A student seen from its teacher. */
export interface PopulationState {
  readonly W: Matrix;
  readonly V: Matrix;
  /** Population loss, summed over outputs. */
  readonly loss: number;
  /** Angle of student k to teacher j, radians, students x teachers; pi/2 for a node without a direction. */
  readonly angles: Matrix;
  /** |w_k|. */
  readonly norms: readonly number[];
  /** |v_k|. */
  readonly fanOut: readonly number[];
  /** |w_k|^2 - |v_k|^2: constant in gradient flow of both layers. */
  readonly balance: readonly number[];
}

/** What the flow's figures show of one moment; the networks must have been checked. */
export function observePopulation(student: TwoLayer, teacher: TwoLayer, variance: number): PopulationState {
  const [own, target] = [nodesOf(student.W), nodesOf(teacher.W)];
  const angle = (k: number, j: number) =>
    own.lengths[k] === 0 || target.lengths[j] === 0 ? Math.PI / 2 : angleOfUnits(own.units[k]!, target.units[j]!).angle;
  return {
    W: student.W,
    V: student.V,
    loss: lossOf(own, student.V, target, teacher.V, variance).value,
    angles: student.W.map((_, k) => teacher.W.map((__, j) => angle(k, j))),
    norms: own.lengths,
    fanOut: student.V.map(norm),
    balance: student.W.map((w, k) => dot(w, w) - dot(student.V[k]!, student.V[k]!)),
  };
}
