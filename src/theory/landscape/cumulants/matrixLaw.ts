/** A random symmetric matrix with finitely many values, by its entries on and above the diagonal. */
import { assertInteger } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertSymmetric } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, list, matrix as matrixShape, numbers, optional } from "../../../numeric/shape.js";
import { type FiniteLaw, finiteLaw } from "./finiteLaw.js";

export interface MatrixLaw {
  readonly size: number;
  /** Of the entries a <= b, row after row. */
  readonly law: FiniteLaw;
  /** a N + b -> which of them the entry (a, b) is. */
  readonly entryAt: Int32Array;
  /** 1 on the diagonal, 2 off it. */
  readonly multiplicity: Float64Array;
}

/** Throws TheoryError "domain" unless the matrices are symmetric, of one size from 1 to 64, with probabilities, by default equal ones. */
export function matrixLaw(matrices: readonly Matrix[], probabilities?: Vector): MatrixLaw {
  assertShapes({ matrices: list(matrixShape, 1), probabilities: optional(numbers) }, { matrices, probabilities });
  const size = matrices[0]!.length;
  assertInteger("matrices[0].length", size, 1, 64);
  for (const [k, matrix] of matrices.entries()) assertSymmetric(`matrices[${k}]`, matrix, size);
  const places = Array.from({ length: size }, (_, a) => Array.from({ length: size - a }, (__, b) => [a, a + b])).flat();
  const entryAt = new Int32Array(size * size);
  for (const [entry, [a, b]] of places.entries()) {
    entryAt[a! * size + b!] = entry;
    entryAt[b! * size + a!] = entry;
  }
  const values = matrices.map((matrix) => places.map(([a, b]) => matrix[a!]![b!]!));
  const weights = probabilities ?? new Array<number>(matrices.length).fill(1 / matrices.length);
  return {
    size,
    law: finiteLaw(values, weights),
    entryAt,
    multiplicity: Float64Array.from(places, ([a, b]) => (a === b ? 1 : 2)),
  };
}
