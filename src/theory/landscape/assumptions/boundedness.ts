import { assertInteger } from "../../../numeric/domain.js";
import type { Matrix } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { assertShapes, finite, optionsOf, withoutOverflow } from "../../../numeric/shape.js";
import { type SampledMatrices, sampledMatrices } from "./sampledMatrices.js";
import { type StabilityConstants, stabilityConstants } from "./stability.js";

export interface Boundedness extends StabilityConstants {
  readonly size: number;
  readonly samples: number;
  /** (1): ||A||, operator norm of the mean. */
  readonly meanNorm: number;
  /** The norm that chance alone gives a mean of so many samples, from halves of the sample. */
  readonly meanNoise: number;
  /** (2): max over the entries of E|W_a|^q, q = 1, 2, ..; chance makes the largest of many larger. */
  readonly moments: readonly number[];
}

export interface BoundednessOptions {
  /** Highest moment q, 1 to 16; default 6. */
  readonly moment?: number;
}

/** The largest matrices: their eigenvectors are found N times. */
const LARGEST = 80;

/**
 * What Assumption 5.1 (1), (2) and (4) bound, for the law of a sample of two or more symmetric N x N matrices H = A + W/sqrt(N), A their mean. The
 * assumption is about all N: these are numbers at one N, and of a sample; they neither confirm nor refute a bound. (3) is `cumulantNorms`.
 *
 * `lower`: c is between its two numbers, both 0 where some S[T] is singular; `upper`: C is between its two. The first of `lower` is 0 where there
 * are no more samples than distinct entries.
 *
 * Domain: N from 1 to 80. @throws TheoryError "domain" for matrices and moment.
 */
export function boundedness(matrices: readonly Matrix[], options: BoundednessOptions = {}): Boundedness {
  assertShapes({ options: optionsOf({ moment: finite }) }, { options });
  const { moment = 6 } = options;
  assertInteger("moment", moment, 1, 16);
  const sampled = sampledMatrices(matrices, LARGEST);
  const { size, samples, mean, halfDifference } = sampled;
  const moments = Array.from({ length: moment }, (_, q) => largestMoment(sampled, q + 1));
  withoutOverflow("matrices", moments);
  return {
    ...{ size, samples, moments },
    meanNorm: operatorNorm(mean, size),
    meanNoise: operatorNorm(halfDifference, size),
    ...stabilityConstants(sampled),
  };
}

function operatorNorm(matrix: Float64Array, size: number): number {
  const eigenvalues = symmetricEigenvalues(matrix, size);
  return Math.max(Math.abs(eigenvalues[0]!), Math.abs(eigenvalues.at(-1)!));
}

function largestMoment({ size, samples, fluctuations }: SampledMatrices, q: number): number {
  let largest = 0;
  for (let at = 0; at < size * size; at++) {
    const sum = fluctuations.reduce((total, W) => total + Math.abs(W[at]!) ** q, 0);
    largest = Math.max(largest, sum / samples);
  }
  return largest;
}
