import { assertAbove } from "../../../numeric/domain.js";
import { type Estimate, UNIT_ROUNDOFF } from "../../../numeric/estimate.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, modest, optionsOf } from "../../../numeric/shape.js";
import { twoLayerShape } from "../shapes.js";
import { type Nodes, nodesOf, pairMoments } from "./pairMoments.js";
import type { PopulationOptions } from "./populationGradient.js";
import { assertTwoLayers, type TwoLayer } from "./twoLayer.js";

/**
 * The population loss 1/2 E|sum_j v*_j relu(w*_j.x) - sum_k v_k relu(w_k.x)|^2, x ~ N(0, s2 I), summed over outputs:
 *
 *   s2/2 [sum_ij v*_i.v*_j K(w*_i, w*_j) - 2 sum_jk v*_j.v_k K(w*_j, w_k) + sum_kq v_k.v_q K(w_k, w_q)],
 *   K(a, b) = |a||b| [sin t + (pi - t) cos t] / (2 pi).
 *
 * Source: ours, from the arc-cosine kernel of degree 1. Domain: finite networks of up to 1000 nodes without biases; a zero weight is a
 * node that does nothing. Accuracy: rounding of the three sums, in `error`: a loss far below them has few digits.
 * @throws TheoryError "domain".
 */
export function populationLoss(student: TwoLayer, teacher: TwoLayer, options: PopulationOptions = {}): Estimate {
  assertShapes(
    { student: twoLayerShape, teacher: twoLayerShape, options: optionsOf({ variance: modest }) },
    { student, teacher, options },
  );
  const { variance = 1 } = options;
  assertTwoLayers(student, teacher);
  assertAbove("variance", variance, 0);
  const { value, error } = lossOf(nodesOf(student.W), student.V, nodesOf(teacher.W), teacher.V, variance);
  return { value, error, method: "closed form", evals: 0, converged: true };
}

/** The same without a look at its arguments, for flows. */
export function lossOf(
  own: Nodes,
  V: Matrix,
  teacher: Nodes,
  teacherV: Matrix,
  variance: number,
): { value: number; error: number } {
  let [value, size] = [0, 0];
  const add = (a: Nodes, fanA: Matrix, b: Nodes, fanB: Matrix, sign: number): void => {
    for (let i = 0; i < fanA.length; i++) {
      for (let j = 0; j < fanB.length; j++) {
        const { kernel } = pairMoments(a, i, b, j);
        value += sign * kernel * dot(fanA[i]!, fanB[j]!);
        size += a.lengths[i]! * b.lengths[j]! * norm(fanA[i]!) * norm(fanB[j]!);
      }
    }
  };
  add(teacher, teacherV, teacher, teacherV, 0.5);
  add(teacher, teacherV, own, V, -1);
  add(own, V, own, V, 0.5);
  return { value: Math.max(0, variance * value), error: 16 * UNIT_ROUNDOFF * variance * size };
}
