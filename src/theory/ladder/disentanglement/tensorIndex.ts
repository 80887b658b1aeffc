import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";

/** Digit j of every flat index for factors of these sizes, the first most significant: digits[index][j]. */
export function digitsOf(sizes: readonly number[]): readonly (readonly number[])[] {
  const total = sizes.reduce((product, size) => product * size, 1);
  return Array.from({ length: total }, (_, index) => {
    let rest = index;
    const digits = new Array<number>(sizes.length);
    for (let j = sizes.length - 1; j >= 0; j--) {
      digits[j] = rest % sizes[j]!;
      rest = Math.floor(rest / sizes[j]!);
    }
    return digits;
  });
}

/** The sizes of the factors: those given, or 2 for every column. Throws TheoryError unless the matrix has a row an index and a column a factor. */
export function factorSizes(
  parameter: string,
  matrix: Matrix,
  sizes: readonly number[] | undefined,
): readonly number[] {
  assertMatrix(parameter, matrix);
  const columns = matrix[0]!.length;
  const chosen = sizes ?? new Array<number>(columns).fill(2);
  const bad = chosen.findIndex((size) => !Number.isInteger(size) || size < 1);
  if (bad >= 0)
    throw domainError(`sizes[${bad}]`, chosen[bad], "an integer from 1 up", "Pass the events of each factor.");
  if (chosen.length !== columns) {
    throw domainError(
      "sizes.length",
      chosen.length,
      `${columns}, one a column of ${parameter}`,
      "Pass one size a node.",
    );
  }
  const total = chosen.reduce((product, size) => product * size, 1);
  if (total !== matrix.length) {
    const domain = `${total} rows, the product of the factors' sizes ${chosen.join(" x ")}`;
    throw domainError(
      `${parameter}.length`,
      matrix.length,
      domain,
      "Pass one row a combination of the factors' events.",
    );
  }
  return chosen;
}
