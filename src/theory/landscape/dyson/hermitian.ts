/** Hermitian matrices that users pass: read, checked and measured. */
import { domainError } from "../../../numeric/domain.js";
import { complexArray } from "../../../numeric/linearAlgebra/complexMatrices.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertMatrix } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { matrix as matrixShape, record } from "../../../numeric/shape.js";
import type { ComplexMatrix, Packed } from "./selfEnergy.js";

/** Relative difference of an entry from its mirror image that counts as rounding. */
const SLACK = 1e-12;

export const isComplexMatrix = (value: Matrix | ComplexMatrix): value is ComplexMatrix => !Array.isArray(value);

/** Square, of finite numbers up to 1e100, of that size where one is given. Throws TheoryError. */
export function readSquare(parameter: string, given: Matrix | ComplexMatrix, size?: number): Packed {
  if (isComplexMatrix(given)) record({ re: matrixShape, im: matrixShape })(parameter, given);
  else matrixShape(parameter, given);
  const parts = isComplexMatrix(given)
    ? ([
        [`${parameter}.re`, given.re],
        [`${parameter}.im`, given.im],
      ] as const)
    : ([[parameter, given]] as const);
  const rows = size ?? parts[0][1].length;
  for (const [name, part] of parts) assertMatrix(name, part, { rows, columns: rows });
  const out = complexArray(rows * rows);
  out.re.set(parts[0][1].flat());
  if (parts[1] !== undefined) out.im.set(parts[1][1].flat());
  return out;
}

/** The same, Hermitian: real matrices symmetric. Rounding is averaged away. Throws TheoryError. */
export function readHermitian(parameter: string, given: Matrix | ComplexMatrix, size?: number): Packed {
  const packed = readSquare(parameter, given, size);
  const { re, im } = packed;
  const rows = Math.round(Math.sqrt(re.length));
  const largest = Math.max(...[re, im].map((part) => part.reduce((most, x) => Math.max(most, Math.abs(x)), 0)));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [i * rows + j, j * rows + i];
      if (Math.abs(re[a] - re[b]) > SLACK * largest || Math.abs(im[a] + im[b]) > SLACK * largest) {
        const [real, shown] = isComplexMatrix(given) ? [false, `${re[a]} + ${im[a]}i`] : [true, `${re[a]}`];
        const domain = real ? `${re[b]}, as entry [${j}][${i}]: a symmetric matrix` : "a Hermitian matrix";
        throw domainError(
          `${parameter}[${i}][${j}]`,
          shown,
          domain,
          real ? "Make the matrix symmetric." : "Make the matrix equal to its conjugate transpose.",
        );
      }
      const [x, y] = [(re[a] + re[b]) / 2, (im[a] - im[b]) / 2];
      [re[a], re[b], im[a], im[b]] = [x, x, y, i === j ? 0 : -y];
    }
  }
  return packed;
}

export const isReal = ({ im }: Packed): boolean => im.every((value) => value === 0);

/** Eigenvalues of a Hermitian matrix, ascending; those of ((Re, -Im), (Im, Re)) are the same twice. */
export function hermitianEigenvalues(packed: Packed, size: number): Float64Array {
  if (isReal(packed)) return symmetricEigenvalues(packed.re, size);
  const double = new Float64Array(4 * size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [x, y] = [packed.re[i * size + j], packed.im[i * size + j]];
      double[i * 2 * size + j] = x;
      double[(i + size) * 2 * size + j + size] = x;
      double[i * 2 * size + j + size] = -y;
      double[(i + size) * 2 * size + j] = y;
    }
  }
  return symmetricEigenvalues(double, 2 * size).filter((_, k) => k % 2 === 0);
}

/** Throws TheoryError unless the eigenvalues are from 0 up, to rounding. */
export function assertPositive(parameter: string, eigenvalues: Float64Array): void {
  const [low, high] = [eigenvalues[0], Math.abs(eigenvalues.at(-1)!)];
  if (low >= -1e-10 * Math.max(high, Math.abs(low))) return;
  throw domainError(parameter, `a matrix with eigenvalue ${low}`, "a positive semidefinite matrix", "Repair it.");
}

/** Throws TheoryError above `most` rows. */
export function assertSize(parameter: string, size: number, most: number): void {
  if (size <= most) return;
  throw domainError(
    parameter,
    `${size} rows`,
    `at most ${most} rows`,
    "Pass a smaller one: groups of equal rows are blocks of a profile.",
  );
}
