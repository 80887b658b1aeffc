import { assertInteger, domainError } from "../../../numeric/domain.js";
import type { Activation } from "../../../symbolic/activation/activation.js";
import type { CovarianceMapOptions, CovarianceMethod } from "../covariance/settings.js";
import { type CrossMappedCovariance, crossCovarianceMap } from "../crossCovarianceMap.js";
import { ErrorStretch } from "./errorStretch.js";

const SAFETY = 4;

export interface BatchNormKernelOptions extends CovarianceMapOptions {
  /** Samples a batch: rows 0 .. batch-1 are the first batch, and so on. Batches are part of the kernel's definition. */
  readonly batch: number;
  /** Batch-normalised layers, 1 to 1000. */
  readonly depth: number;
  /** Variance of the readout's weights times its width. Default 1. */
  readonly readoutVariance?: number | undefined;
}

export interface BatchNormKernel {
  /** n x n, symmetric. */
  readonly values: readonly (readonly number[])[];
  /**
   * Absolute, of every entry: own_L + 4 a_L e_{L-1}, e_l = own_l + a_l e_{l-1}, own_l the map's error at layer l and a_l how much that layer
   * stretches an error of its input, measured by a second, slightly moved kernel (errorStretch.ts): an estimate, no bound. The 4 is for
   * directions and batches that stretch more than those measured. The input counts as exact.
   */
  readonly error: number;
  readonly method: CovarianceMethod;
  readonly crossMethod: CrossMappedCovariance["crossMethod"];
  readonly evals: number;
  /** Whether every layer converged. */
  readonly converged: boolean;
}

/**
 * The Gaussian-process prior of a wide network of `depth` batch-normalised layers and a linear readout: with K_0 the covariance of the
 * first pre-activations (see `inputCovariance`),
 *
 *   K_l = V(K_{l-1}), all batches through the same weights,   cov(f_i, f_j) = readoutVariance K_depth[i, j].
 *
 * Outputs of the infinitely wide network are jointly Gaussian with this covariance over the samples in these batches. n <= 1024 samples.
 * Cost and accuracy: see `crossCovarianceMap`.
 * @throws TheoryError "domain" for sizes that do not fit; what `crossCovarianceMap` throws.
 */
export function batchNormKernel(
  phi: Activation | string | ((x: number) => number),
  covariance: readonly (readonly number[])[],
  options: BatchNormKernelOptions,
): BatchNormKernel {
  const { batch, depth, readoutVariance = 1, ...map } = options;
  assertInteger("depth", depth, 1, 1000);
  if (!(readoutVariance > 0 && Number.isFinite(readoutVariance)))
    throw domainError("readoutVariance", readoutVariance, "a finite number above 0", "1 is usual.");
  let layer = crossCovarianceMap(phi, covariance, batch, map);
  let { evals, converged, error } = layer;
  let inherited = 0;
  const stretch = depth > 1 ? new ErrorStretch(phi, covariance, batch, layer.standardError !== undefined) : undefined;
  stretch?.next(map);
  for (let l = 1; l < depth; l++) {
    const options = { ...map, seed: (map.seed ?? 0) + l * 2 ** 20 };
    layer = crossCovarianceMap(phi, layer.values, batch, options);
    inherited = (stretch?.next(options) ?? 1) * (inherited + error);
    error = layer.error;
    evals += layer.evals;
    converged &&= layer.converged;
  }
  return {
    values: layer.values.map((row) => row.map((value) => readoutVariance * value)),
    error: readoutVariance * (error + SAFETY * inherited),
    method: layer.method,
    crossMethod: layer.crossMethod,
    evals,
    converged,
  };
}
