import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, optionsOf, vector as vectorShape } from "../../../numeric/shape.js";
import { hermitianEigenvalues, isReal, readHermitian } from "./hermitian.js";
import type { ComplexMatrix, Packed, SelfEnergy } from "./selfEnergy.js";
import { selfEnergyShape } from "./shapes.js";

/**
 * -G^{-1} = z - A + S[G], Im G > 0: what solveDyson and its like are given. Made by dysonEquation; frozen.
 */
export interface DysonEquation {
  readonly selfEnergy: SelfEnergy;
  /** A: its diagonal for diagonal structure, else n x n row after row. */
  readonly mean: Packed;
  /** Extreme eigenvalues of A. */
  readonly meanRange: readonly [number, number];
  /** A is real and S too: solutions are symmetric. */
  readonly real: boolean;
}

export interface DysonEquationOptions {
  /** A = E H: Hermitian n x n, or its diagonal as a list; for diagonal structure one number an entry. Default 0. */
  readonly mean?: Matrix | ComplexMatrix | Vector;
}

const isVector = (mean: Matrix | ComplexMatrix | Vector): mean is Vector =>
  Array.isArray(mean) && mean.every((entry) => typeof entry === "number");

/**
 * The equation of an ensemble: its self-energy and its mean.
 *
 * A self-energy of diagonal structure takes the diagonal of A. For A + semicircle with any A, see deformedEquation.
 * @throws TheoryError "domain" for an A of another size, or that is not Hermitian.
 */
export function dysonEquation(selfEnergy: SelfEnergy, options: DysonEquationOptions = {}): DysonEquation {
  assertShapes({ selfEnergy: selfEnergyShape, options: optionsOf({}) }, { selfEnergy, options });
  const { structure, size, real } = selfEnergy;
  const mean = options.mean ?? new Array<number>(size).fill(0);
  if (structure === "diagonal" || isVector(mean)) {
    const values = diagonalOf(mean, size);
    const range = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))] as const;
    return Object.freeze({
      selfEnergy,
      mean: structure === "diagonal" ? vectorOf(values) : matrixOf(values),
      meanRange: range,
      real,
    });
  }
  const packed = readHermitian("mean", mean, size);
  const eigenvalues = hermitianEigenvalues(packed, size);
  const meanRange = [eigenvalues[0], eigenvalues[size - 1]] as const;
  return Object.freeze({ selfEnergy, mean: packed, meanRange, real: real && isReal(packed) });
}

function diagonalOf(mean: Matrix | ComplexMatrix | Vector, size: number): Vector {
  if (!isVector(mean)) {
    const domain = `a list of ${size} numbers, A's diagonal`;
    const remedy = "This self-energy has diagonal structure; deformedEquation takes any A.";
    throw domainError("mean", "a matrix", domain, remedy);
  }
  vectorShape("mean", mean);
  assertNumbers("mean", mean, size);
  return mean;
}

const vectorOf = (values: Vector): Packed => ({ re: Float64Array.from(values), im: new Float64Array(values.length) });

function matrixOf(values: Vector): Packed {
  const packed = { re: new Float64Array(values.length ** 2), im: new Float64Array(values.length ** 2) };
  values.forEach((value, i) => {
    packed.re[i * values.length + i] = value;
  });
  return packed;
}
