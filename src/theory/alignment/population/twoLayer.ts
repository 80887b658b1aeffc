import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";

/** A two-layer ReLU network without biases: outputs sum_k v_k relu(w_k.x). One row a hidden node. */
export interface TwoLayer {
  /** w_k, nodes x inputs. */
  readonly W: Matrix;
  /** v_k, the fan-out of node k, nodes x outputs. */
  readonly V: Matrix;
  /** Refused unless they are zeros: the population's closed forms are those of nodes through the origin. */
  readonly biases?: readonly number[];
}

/**
 * A teacher and a student of one input and one output size.
 * @throws TheoryError "domain" for ragged rows, sizes that differ, NaN, or a bias.
 */
export function assertTwoLayers(student: TwoLayer, teacher: TwoLayer): void {
  assertTwoLayer("student", student);
  assertTwoLayer("teacher", teacher);
  if (student.W[0]!.length !== teacher.W[0]!.length) {
    throw domainError(
      "inputs of the student",
      `rows of ${student.W[0]!.length}`,
      `rows of ${teacher.W[0]!.length}, as of the teacher`,
      "Pass networks of one input size.",
    );
  }
  if (student.V[0]!.length !== teacher.V[0]!.length) {
    throw domainError(
      "outputs of the student",
      `rows of ${student.V[0]!.length}`,
      `rows of ${teacher.V[0]!.length}, as of the teacher`,
      "Pass networks of one output size.",
    );
  }
}

function assertTwoLayer(name: string, { W, V, biases }: TwoLayer): void {
  assertMatrix(`${name}.W`, W);
  assertMatrix(`${name}.V`, V);
  assertInteger(`${name}.W.length`, W.length, 1, 1000);
  assertInteger(`${name}.W[0].length`, W[0]!.length, 1, 10_000);
  assertInteger(`${name}.V[0].length`, V[0]!.length, 1, 10_000);
  if (V.length !== W.length) {
    throw domainError(
      `rows of ${name}.V`,
      `${V.length} rows`,
      `${W.length}, a row a node`,
      "Pass the fan-out of every node.",
    );
  }
  const bias = biases?.find((entry) => entry !== 0);
  if (bias !== undefined) {
    throw domainError(
      `${name}.biases`,
      bias,
      "zeros",
      "The closed form has no biases: train the network by simulation.",
    );
  }
}
