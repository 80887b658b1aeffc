import { assertAbove, domainError } from "../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { addTo, dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, modest, optionsOf } from "../../../numeric/shape.js";
import { twoLayerShape } from "../shapes.js";
import { type Nodes, nodesOf, pairMoments } from "./pairMoments.js";
import { assertTwoLayers, type TwoLayer } from "./twoLayer.js";

export interface PopulationOptions {
  /** s2 of the inputs N(0, s2 I); default 1. */
  readonly variance?: number;
}

export interface PopulationGradient {
  /** dw_k/dt = E[x z_k e.v_k], nodes x inputs: MINUS the gradient of the population loss. */
  readonly W: Matrix;
  /** dv_k/dt = E[f_k e], nodes x outputs. */
  readonly V: Matrix;
  /** w_k . dw_k/dt = E[f_k e.v_k] = v_k . dv_k/dt, eq. (6). */
  readonly wDotW: readonly number[];
  /** Absolute rounding bound of the largest entry of the three. */
  readonly error: number;
}

/**
 * The negative gradient of 1/2 E|sum_j v*_j f*_j - sum_k v_k f_k|^2 over x ~ N(0, s2 I), the flow of a two-layer ReLU student:
 *
 *   dw_k/dt = sum_j (v*_j.v_k) m(w_k, w*_j) - sum_q (v_q.v_k) m(w_k, w_q),   m(w_k, w_j) = E[x z_k f_j],
 *   dv_k/dt = sum_j v*_j E[f_k f*_j] - sum_q v_q E[f_k f_q].
 *
 * Source: eq. (5) with Theorem 6 of the alignment paper; the fan-out's flow is ours.
 * Domain: finite networks of up to 1000 nodes without biases; no student weight is zero (the loss has a kink there), a zero
 * teacher weight is a node that does nothing. Accuracy: rounding, see `error`.
 * @throws TheoryError "domain".
 */
export function populationGradient(
  student: TwoLayer,
  teacher: TwoLayer,
  options: PopulationOptions = {},
): PopulationGradient {
  assertShapes(
    { student: twoLayerShape, teacher: twoLayerShape, options: optionsOf({ variance: modest }) },
    { student, teacher, options },
  );
  const { variance = 1 } = options;
  assertTwoLayers(student, teacher);
  assertAbove("variance", variance, 0);
  student.W.forEach((w, k) => {
    if (norm(w) !== 0) return;
    throw domainError(
      `student.W[${k}]`,
      "0",
      "a nonzero weight",
      "The loss has a kink there: remove the node or move it.",
    );
  });
  const flow = gradientOf(nodesOf(student.W), student.V, nodesOf(teacher.W), teacher.V, variance);
  const wDotW = flow.W.map((change, k) => dot(student.W[k]!, change));
  const sizes = student.W.map(norm);
  const error = 64 * UNIT_ROUNDOFF * flow.size * Math.max(1, ...sizes);
  return { W: flow.W, V: flow.V, wDotW, error };
}

/** The same without a look at its arguments, for flows; `size` bounds the sum of the magnitudes that an entry adds up. */
export function gradientOf(
  own: Nodes,
  V: Matrix,
  teacher: Nodes,
  teacherV: Matrix,
  variance: number,
): { W: number[][]; V: number[][]; size: number } {
  let size = 0;
  const [outW, outV]: [number[][], number[][]] = [[], []];
  for (let k = 0; k < V.length; k++) {
    const w = own.weights[k]!.map(() => 0);
    const v = V[k]!.map(() => 0);
    let [total, gate] = [0, 0];
    const add = (nodes: Nodes, fanOut: Matrix, sign: number): void => {
      for (let j = 0; j < fanOut.length; j++) {
        const pair = pairMoments(own, k, nodes, j);
        const weight = sign * dot(fanOut[j]!, V[k]!) * variance;
        addTo(w, weight * pair.own, nodes.weights[j]!);
        gate += weight * pair.gate;
        addTo(v, sign * variance * pair.kernel, fanOut[j]!);
        total += (Math.abs(weight) + variance * own.lengths[k]! * norm(fanOut[j]!)) * nodes.lengths[j]!;
      }
    };
    add(teacher, teacherV, 1);
    add(own, V, -1);
    addTo(w, gate, own.weights[k]!);
    size = Math.max(size, total);
    outW.push(w);
    outV.push(v);
  }
  return { W: outW, V: outV, size };
}
