/** Tensor products of vectors and matrices: index bit 0, that of the first factor, is the most significant. */
import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix, assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, list, matrix } from "../../../numeric/shape.js";

/** Entries of the largest product that is built. */
const MOST = 2 ** 20;

/** a_1 x ... x a_n: entry (i_1, ..., i_n) is the product of the entries, i_n running fastest. No factors: [1]. Throws TheoryError beyond 2^20 entries. */
export function kroneckerVector(factors: readonly Vector[]): number[] {
  factors.forEach((factor, i) => {
    assertNumbers(`factors[${i}]`, factor);
  });
  assertSize(factors.reduce((size, factor) => size * factor.length, 1));
  return factors.reduce<number[]>((product, factor) => product.flatMap((a) => factor.map((b) => a * b)), [1]);
}

/** A_1 x ... x A_n, the same for rows and columns. No factors: [[1]]. Throws TheoryError beyond 2^20 entries. */
export function kronecker(factors: readonly Matrix[]): number[][] {
  assertShapes({ factors: list(matrix) }, { factors });
  factors.forEach((factor, i) => {
    assertMatrix(`factors[${i}]`, factor);
  });
  assertSize(factors.reduce((size, factor) => size * factor.length * factor[0]!.length, 1));
  return factors.reduce<number[][]>(
    (product, factor) => product.flatMap((a) => factor.map((b) => a.flatMap((x) => b.map((y) => x * y)))),
    [[1]],
  );
}

function assertSize(size: number): void {
  if (size <= MOST) return;
  throw domainError(
    "factors",
    `a product with ${size} entries`,
    `at most ${MOST} entries`,
    "Pass fewer or smaller factors.",
  );
}
