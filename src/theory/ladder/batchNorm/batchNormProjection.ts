import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, modest, numbers, optionsOf } from "../../../numeric/shape.js";
import { uniform } from "./centre.js";
import { jacobianShape, scaledRows } from "./jacobian.js";
import { type AffineOptions, checkedOptions, gain } from "./options.js";
import { standardise } from "./standardise.js";

export interface BatchNormProjection {
  /** P: N x N, symmetric, P P = P, onto the complement of span{f, 1}. */
  readonly projection: Matrix;
  /** c1/sigma P, the derivative of BN(f) by f. */
  readonly jacobian: Matrix;
  /** Standard deviation of f, divided by N, not by N - 1. */
  readonly sigma: number;
  /** Of the projection: N - 2. */
  readonly rank: number;
}

/**
 * Batch norm of one node as a projection: J_BN(f) = c1/sigma P, P = I - 1 1^T/N - f~ f~^T/N, f~ = (f - mu)/sigma.
 *
 * f: the node's activations over a batch, N >= 2 (up to 2000) finite numbers that are not all equal; epsilon is 0. A batch of two gives P = 0.
 * Accuracy: entries of P to 4e-16 + 4e-16 sqrt(N), for any mean of f. Source: Theorem 5, eqs. (11), (72), (77) of the ladder paper, where sigma is
 * printed as ||f||_uni: it is the norm of the centred f.
 * @throws TheoryError "domain": a constant f (sigma = 0), numbers that are not finite, a batch of more than 2000.
 */
export function batchNormProjection(f: Vector, options: Pick<AffineOptions, "c1"> = {}): BatchNormProjection {
  assertShapes({ f: numbers, options: optionsOf({ c1: modest }) }, { f, options });
  const { c1 = 1 } = options;
  assertActivations(f);
  checkedOptions({ c1 });
  const probabilities = uniform(f.length);
  const statistics = standardise(f, probabilities, 0);
  const projection = jacobianShape(statistics, probabilities);
  const { sigma } = statistics;
  return { projection, jacobian: scaledRows(projection, gain(c1, sigma)), sigma, rank: f.length - 2 };
}

export interface BatchNormJacobian {
  /** N x N, symmetric. */
  readonly jacobian: Matrix;
  readonly mean: number;
  readonly sigma: number;
  /** s, s^2 = sigma^2 + epsilon. */
  readonly scale: number;
  /**
   * The jacobian's eigenvalues: 0 on constants, `along` = c1 epsilon/s^3 on f - mu 1 (where sigma > 0), `across` = c1/s on what is orthogonal to
   * both. Only epsilon = 0 makes it a multiple of a projection.
   */
  readonly eigenvalues: { readonly constants: 0; readonly along: number; readonly across: number };
  readonly isProjection: boolean;
  /** Of the jacobian: N - 2 for epsilon = 0, otherwise N - 1; 0 for c1 = 0. */
  readonly rank: number;
}

/**
 * The derivative of BN(f) = c1 (f - mu 1)/s + c0 1 by f for any epsilon >= 0: J = c1/s (I - 1 1^T/N - (f - mu 1)(f - mu 1)^T/(N s^2)).
 *
 * With epsilon > 0 this is no projection: a gradient along f is shrunk by epsilon/s^2 instead of removed, and a constant f is in the domain.
 * f: N >= 1 (up to 2000) finite numbers; with epsilon = 0 not all equal. Accuracy as `batchNormProjection`. Ours: epsilon.
 * @throws TheoryError "domain".
 */
export function batchNormJacobian(f: Vector, options: AffineOptions = {}): BatchNormJacobian {
  assertShapes({ f: numbers, options: optionsOf({ c1: modest, epsilon: fromZero }) }, { f, options });
  assertActivations(f);
  const { c1, epsilon } = checkedOptions(options);
  const probabilities = uniform(f.length);
  const statistics = standardise(f, probabilities, epsilon);
  const { mean, sigma, scale, passed } = statistics;
  const across = gain(c1, scale);
  const rank = f.length - (epsilon > 0 ? 1 : 2);
  return {
    jacobian: scaledRows(jacobianShape(statistics, probabilities), across),
    mean,
    sigma,
    scale,
    eigenvalues: { constants: 0, along: across * passed, across },
    isProjection: epsilon === 0,
    rank: c1 === 0 ? 0 : rank,
  };
}

/** Throws TheoryError for an empty list and numbers that are not finite. */
export function assertActivations(f: Vector): void {
  assertNumbers("f", f, Math.max(1, f.length));
}
