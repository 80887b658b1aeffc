import { assertAbove, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { addTo, dot, unit } from "../../../numeric/linearAlgebra/vectors.js";
import { type Nodes, nodesOf, pairMoments } from "../population/pairMoments.js";
import type { PopulationOptions } from "../population/populationGradient.js";
import { assertTwoLayers, type TwoLayer } from "../population/twoLayer.js";

export interface NodeResidues {
  /** r_k, students x inputs. */
  readonly residues: Matrix;
  /** alpha_jk = v*_j . v_k / |v_k|, teachers x students. */
  readonly alpha: Matrix;
  /** beta_qk = v_q . v_k / |v_k|, students x students. */
  readonly beta: Matrix;
  /** nu_k: r_k contains -nu_k w_k. */
  readonly nu: readonly number[];
}

/**
 * The residue of every student node, eq. (8), over inputs N(0, s2 I), where psi(t) = s2 (pi - t) / (2 pi):
 *
 *   r_k = sum_j alpha_jk psi(t_jk) w*_j - sum_q beta_qk psi(t_qk) w_q - nu_k w_k,
 *   nu_k = -s2 / (2 pi |w_k|) [sum_j alpha_jk |w*_j| sin t_jk - sum_q beta_qk |w_q| sin t_qk].
 *
 * The population flow is dw_k/dt = |v_k| r_k, exactly. It is |w_k| r_k, as the paper writes, only for balanced layers, |v_k| = |w_k|,
 * and with alpha and beta of the unit vector v_k / |v_k|, as here.
 *
 * Source: eq. (8) of the alignment paper; nu and the factor |v_k| are ours.
 * Domain: finite networks without biases; no zero weight and no zero fan-out in the student. Accuracy: rounding.
 * @throws TheoryError "domain".
 */
export function nodeResidues(
  student: TwoLayer,
  teacher: TwoLayer,
  { variance = 1 }: PopulationOptions = {},
): NodeResidues {
  assertTwoLayers(student, teacher);
  assertAbove("variance", variance, 0);
  for (const [name, rows] of [["W", student.W] as const, ["V", student.V] as const]) {
    const zero = rows.findIndex((row) => row.every((entry) => entry === 0));
    if (zero < 0) continue;
    throw domainError(`student.${name}[${zero}]`, 0, "a nonzero vector", "A dead node has no residue: remove it.");
  }
  const directions = student.V.map(unit);
  return {
    ...residuesOf(nodesOf(student.W), student.V, directions, nodesOf(teacher.W), teacher.V, variance),
    alpha: teacher.V.map((v) => directions.map((direction) => dot(v, direction))),
    beta: student.V.map((v) => directions.map((direction) => dot(v, direction))),
  };
}

/** The same without a look at its arguments, for flows. */
export function residuesOf(
  own: Nodes,
  V: Matrix,
  directions: Matrix,
  teacher: Nodes,
  teacherV: Matrix,
  variance: number,
): { residues: number[][]; nu: number[] } {
  const nu: number[] = [];
  const residues = directions.map((direction, k) => {
    const residue = own.weights[k].map(() => 0);
    let along = 0;
    const add = (nodes: Nodes, fanOut: Matrix, sign: number): void => {
      for (let j = 0; j < fanOut.length; j++) {
        const weight = sign * variance * dot(fanOut[j], direction);
        const { own: psi, gate } = pairMoments(own, k, nodes, j);
        addTo(residue, weight * psi, nodes.weights[j]);
        along += weight * gate;
      }
    };
    add(teacher, teacherV, 1);
    add(own, V, -1);
    addTo(residue, along, own.weights[k]);
    nu.push(-along);
    return residue;
  });
  return { residues, nu };
}
