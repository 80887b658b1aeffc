/**
 * Eqs. (3), (45), (46) of Tian 2020 for two layers: alpha_kj = v_k.v*_j, beta_kq = v_k.v_q, and the coefficient of the kink of g_k on teacher j's
 * boundary, with |w| the length of the whole row, bias included,
 *   c_s(k, j) = alpha_kj |w*_j| - sum_{q with the same hyperplane as j} |w_q| beta_kq.
 * The paper normalises |w*_j| = 1 and sums over gamma > 0 only; a node with gamma < 0 has the same kink.
 */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, optional } from "../../../numeric/shape.js";
import type { Polytope } from "../regions/polytope.js";
import { polytopeShape, twoLayerShape } from "../shapes.js";
import { signBetween } from "./hyperplanes.js";

/** A hidden layer of ReLU nodes with biases and a linear output layer without: f(x) = sum_k v_k relu(w~_k.x + b_k). */
export interface BiasedTwoLayer {
  /** Rows [w~_k, b_k], nodes x (d + 1). */
  readonly W: Matrix;
  /** Rows v_k, the fan-out of node k, nodes x outputs. */
  readonly V: Matrix;
}

export interface AlignmentCoefficients {
  /** students x teachers. */
  readonly alpha: Matrix;
  /** students x students. */
  readonly beta: Matrix;
  /** students x teachers: 1, -1 or 0 (`alignmentSign`). */
  readonly alignmentSign: readonly (readonly (-1 | 0 | 1)[])[];
  /** c_s(k, j) with the students on teacher j's hyperplane, students x teachers. */
  readonly hyperplane: Matrix;
  /** As printed, with those of gamma > 0 only. */
  readonly positiveOnly: Matrix;
}

/**
 * Throws unless both are two-layer networks of the same inputs and outputs, without NaN, and with `dimension` inputs where that is given.
 * Zero weights are allowed here: they are dead nodes.
 */
export function assertBiasedTwoLayers(teacher: BiasedTwoLayer, student: BiasedTwoLayer, dimension?: number): void {
  for (const [name, { W, V }] of [
    ["teacher", teacher],
    ["student", student],
  ] as const) {
    assertMatrix(`${name}.W`, W, { columns: dimension === undefined ? teacher.W[0]?.length : dimension + 1 });
    assertMatrix(`${name}.V`, V, { columns: teacher.V[0]?.length });
    if (W.length !== V.length) {
      throw domainError(
        `${name}.V`,
        `${V.length} rows`,
        `${W.length} rows, one a node`,
        "Pass the fan-out of each node.",
      );
    }
  }
}

/**
 * alpha, beta, signs and both versions of c_s for every student and teacher. With a region alignment is as the region sees it (`alignmentSign`). Throws TheoryError "domain"
 * for networks that do not match.
 */
export function alignmentCoefficients(
  teacher: BiasedTwoLayer,
  student: BiasedTwoLayer,
  region?: Polytope,
): AlignmentCoefficients {
  assertShapes(
    { teacher: twoLayerShape, student: twoLayerShape, region: optional(polytopeShape) },
    { teacher, student, region },
  );
  assertBiasedTwoLayers(teacher, student, region?.dimension);
  const alpha = student.V.map((v) => teacher.V.map((target) => dot(v, target)));
  const beta = student.V.map((v) => student.V.map((other) => dot(v, other)));
  const signs = student.W.map((w) => teacher.W.map((target) => signBetween(target, w, region)));
  const lengths = student.W.map(norm);
  const coefficients = (counts: (sign: number) => boolean) =>
    alpha.map((row, k) =>
      row.map((entry, j) => {
        const ours = lengths.reduce((sum, length, q) => (counts(signs[q]![j]!) ? sum + length * beta[k]![q]! : sum), 0);
        return entry * norm(teacher.W[j]!) - ours;
      }),
    );
  return {
    alpha,
    beta,
    alignmentSign: signs,
    hyperplane: coefficients((sign) => sign !== 0),
    positiveOnly: coefficients((sign) => sign > 0),
  };
}
