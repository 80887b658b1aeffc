import { domainError } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { anyList, assertShapes, finite, numbers, optionsOf } from "../../../numeric/shape.js";
import { type DysonEquation, dysonEquation } from "./dysonEquation.js";
import { assertSize, hermitianEigenvalues, isComplexMatrix, readHermitian } from "./hermitian.js";
import { equalWeights } from "./selfEnergies/frozenSelfEnergy.js";
import { scalarSelfEnergy } from "./selfEnergies/scalarSelfEnergy.js";
import type { ComplexMatrix } from "./selfEnergy.js";

export interface DeformedOptions {
  /** Of A's eigenvalues, where those are given; default: equal ones. */
  readonly weights?: Vector;
  /** Of the semicircle; default 1. */
  readonly variance?: number;
}

/**
 * A + semicircle, m = sum_i w_i / (a_i - z - variance m): a fixed Hermitian A, or its eigenvalues, plus a large Wigner matrix. Only the
 * eigenvalues of A enter, so any A is a vector of unknowns. The edges have a closed form: deformedEdges. Eigenvalues of weight 0 are left out.
 *
 * Domain: a matrix of at most 500 rows, or at most 5000 eigenvalues.
 * @throws TheoryError "domain" for A, weights or variance.
 */
export function deformedEquation(A: Matrix | ComplexMatrix | Vector, options: DeformedOptions = {}): DysonEquation {
  assertShapes({ options: optionsOf({ weights: numbers, variance: finite }) }, { options });
  const { variance = 1 } = options;
  const given = Array.isArray(A) && A.every((entry) => typeof entry === "number");
  if (!given && options.weights !== undefined) {
    throw domainError("weights", "a list", "none with a matrix A", "Pass A's eigenvalues to weigh them.");
  }
  if (given && A.length === 0) throw domainError("A", "[]", "one eigenvalue or more", "Pass the eigenvalues of A.");
  const eigenvalues = given ? (A as Vector) : eigenvaluesOf(A as Matrix | ComplexMatrix);
  const weights = options.weights ?? equalWeights(eigenvalues.length);
  const all = dysonEquation(scalarSelfEnergy(variance, weights), { mean: eigenvalues });
  if (!weights.includes(0)) return all;
  // m does not see an eigenvalue of weight 0, but its own row would be singular where z meets it
  const kept = eigenvalues.filter((_, i) => weights[i]! > 0);
  const positive = weights.filter((weight) => weight > 0);
  return dysonEquation(scalarSelfEnergy(variance, positive), { mean: kept });
}

function eigenvaluesOf(A: Matrix | ComplexMatrix): Vector {
  if (!isComplexMatrix(A)) anyList("A", A);
  const packed = readHermitian("A", A);
  const size = Math.round(Math.sqrt(packed.re.length));
  assertSize("A", size, 500);
  return Array.from(hermitianEigenvalues(packed, size));
}
