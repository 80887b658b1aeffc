/**
 * Lemma 1 and eqs. (3)-(4) of Tian 2020:
 *   g_l = D_l [A_l f*_l - B_l f_l],  A_l = V_l^T V*_l,  B_l = V_l^T V_l,  V_{l-1} = V_l D_l W_l^T,  V_L = V*_L = I.
 * The constant channel is the last row and column: f_l and f*_l end in a 1, D_l ends in a 1, and W_l^T gets a last row (0, ..., 0, 1) below L.
 */
import { domainError } from "../../../numeric/domain.js";
import { identity, type Matrix, multiply, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertShapes, vector, withoutOverflow } from "../../../numeric/shape.js";
import { networkShape } from "../shapes.js";
import { type ForwardPass, forwardPass } from "./forwardPass.js";
import type { ReluNetwork } from "./reluNetwork.js";

/** What Lemma 1 says about one hidden layer at one input. m and n are the numbers of teacher and student nodes of the layer. */
export interface LayerCoefficients {
  /** l, from 1. */
  readonly layer: number;
  /** (n + 1) x (m + 1). */
  readonly A: Matrix;
  /** (n + 1) x (n + 1), symmetric, positive semidefinite. */
  readonly B: Matrix;
  /** C x (n + 1): the output is V [f_l, 1]. */
  readonly V: Matrix;
  /** C x (m + 1). */
  readonly teacherV: Matrix;
  /** D_l [A f*_l - B f_l], n entries, without the constant channel. */
  readonly g: readonly number[];
}

export interface MixtureCoefficients {
  /** Hidden layers l = 1, 2, ... that both networks have, in this order. */
  readonly layers: readonly LayerCoefficients[];
  /** g_L = f* - f = -dJ/df, C entries. */
  readonly top: readonly number[];
}

/** V_1, ..., V_L with the constant channel; index 0 is layer 1. */
export function fanOutMatrices({ layers, widths }: ReluNetwork, { gates }: ForwardPass): readonly Matrix[] {
  let v: Matrix = identity(widths.at(-1)!);
  const all: Matrix[] = [v];
  for (let index = layers.length - 1; index > 0; index--) {
    const columns = transpose(layers[index]!);
    const top = index === layers.length - 1;
    const gated = columns.map((row, j) => (gates[index]![j]! ? row : row.map(() => 0)));
    const constant = layers[index]!.map((_, i) => Number(i === layers[index]!.length - 1));
    v = multiply(v, top ? gated : [...gated, constant]);
    all.unshift(v);
  }
  return all;
}

/** Throws unless both networks read the same inputs and have as many outputs. */
export function assertComparable(teacher: ReluNetwork, student: ReluNetwork): void {
  for (const [what, at] of [
    ["inputs", 0],
    ["outputs", -1],
  ] as const) {
    const [own, other] = [student.widths.at(at)!, teacher.widths.at(at)!];
    if (own === other) continue;
    throw domainError("student", `${own} ${what}`, `${other} ${what}, as the teacher has`, "Use networks that match.");
  }
}

/**
 * A_l, B_l, V_l, V*_l and g_l at the input x, for every hidden layer that both networks have. The networks may differ in widths and in depth
 * (layers count from the input); inputs and outputs must match. g equals backpropagation's to rounding: 1e-12 of the largest entry.
 * @throws TheoryError "domain" for networks that do not match, or an input that does not fit.
 */
export function mixtureCoefficients(
  teacher: ReluNetwork,
  student: ReluNetwork,
  x: readonly number[],
): MixtureCoefficients {
  assertShapes({ teacher: networkShape, student: networkShape, x: vector }, { teacher, student, x });
  assertComparable(teacher, student);
  const [ours, theirs] = [forwardPass(student, x), forwardPass(teacher, x)];
  const [vs, teacherVs] = [fanOutMatrices(student, ours), fanOutMatrices(teacher, theirs)];
  const shared = Math.min(vs.length, teacherVs.length) - 1;
  const layers = Array.from({ length: shared }, (_, index) => {
    const [V, teacherV] = [vs[index]!, teacherVs[index]!];
    const back = transpose(V);
    const [A, B] = [multiply(back, teacherV), multiply(back, V)];
    const [f, target] = [
      [...ours.activations[index + 1]!, 1],
      [...theirs.activations[index + 1]!, 1],
    ];
    const mixed = (row: number) =>
      A[row]!.reduce((sum, a, j) => sum + a * target[j]!, 0) - B[row]!.reduce((sum, b, j) => sum + b * f[j]!, 0);
    const g = ours.gates[index]!.map((open, row) => (open ? mixed(row) : 0));
    withoutOverflow("weights of the networks", A, B, g);
    return { layer: index + 1, A, B, V, teacherV, g };
  });
  const output = ours.activations.at(-1)!;
  return { layers, top: theirs.activations.at(-1)!.map((target, c) => target - output[c]!) };
}
