import { domainError } from "../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../numeric/estimate.js";
import { symmetricEigenvalues } from "../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { Activation } from "../../symbolic/activation/activation.js";
import { type CentredCovariance, centredCovariance, covarianceRows } from "./covariance/centredCovariance.js";
import { type BatchRule, laplaceCross } from "./covariance/cross/laplaceCross.js";
import { fourierCovariance } from "./covariance/fourier/fourierCovariance.js";
import { smallestAbove } from "./covariance/laplace/gaussLaplace.js";
import { HomogeneousKernel } from "./covariance/laplace/homogeneousKernel.js";
import { radialRule } from "./covariance/laplace/radialRule.js";
import { trapezoidRule } from "./covariance/laplace/trapezoidRule.js";
import { monteCarloCovariance } from "./covariance/monteCarlo/monteCarloCovariance.js";
import {
  type CovarianceMapOptions,
  type CovarianceMethod,
  type CovarianceSettings,
  covarianceSettings,
} from "./covariance/settings.js";
import {
  finished,
  LEVEL,
  type MappedCovariance,
  mapBatch,
  type RawCovariance,
  requireHomogeneity,
} from "./covarianceMap.js";

export interface CrossMappedCovariance extends MappedCovariance {
  /** How the blocks between batches were made; `method` is that of the blocks within. */
  readonly crossMethod: CovarianceMethod | "independent";
}

const LARGEST = 1024;
/** The trapezoid rule takes 10^4 inverses and more: in larger batches only where a Gauss rule is worse than this. */
const LARGEST_TRAPEZOID = 12;
const ROUGH = 1e-8;

/** Samples first .. first + count of S, in the batch's own scale. */
function subBatch({ size, values, scale, rounding, batch }: CentredCovariance, first: number): CentredCovariance {
  const own = new Float64Array(batch * batch);
  let trace = 0;
  for (let i = 0; i < batch; i++) trace += values[(first + i) * (size + 1)];
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < batch; j++) own[i * batch + j] = values[(first + i) * size + first + j] / trace;
  }
  return { size: batch, batch, values: own, scale: scale * trace, rounding: rounding / trace };
}

/** The 2 B x 2 B covariance of batches a and b. */
function jointOf({ size, batch, values }: CentredCovariance, a: number, b: number): Float64Array {
  const joint = new Float64Array(4 * batch * batch);
  const place = (i: number) => (i < batch ? a * batch + i : b * batch + i - batch);
  for (let i = 0; i < 2 * batch; i++) {
    for (let j = 0; j < 2 * batch; j++) joint[i * 2 * batch + j] = values[place(i) * size + place(j)];
  }
  return joint;
}

function uncorrelated({ size, batch, values, rounding }: CentredCovariance): boolean {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i - (i % batch); j++) if (Math.abs(values[i * size + j]) > 4 * rounding) return false;
  }
  return true;
}

type Blocks = Omit<RawCovariance, "values" | "method"> & { readonly crossMethod: CovarianceMethod | "independent" };

/** All blocks of V, the ones within batches already in place. */
class CrossBlocks {
  readonly #settings: CovarianceSettings;
  readonly #centred: CentredCovariance;
  readonly #values: Float64Array;

  constructor(settings: CovarianceSettings, centred: CentredCovariance, values: Float64Array) {
    this.#settings = settings;
    this.#centred = centred;
    this.#values = values;
  }

  fill(): Blocks {
    const { psi, method } = this.#settings;
    const homogeneity = psi.facts.homogeneity.value;
    const fits = homogeneity !== null && homogeneity.degree > 0;
    if (method === "laplace" || (method === "auto" && fits)) return this.#laplace();
    if (method !== "monte-carlo" && uncorrelated(this.#centred)) return this.#independent();
    return this.#monteCarlo();
  }

  #put(a: number, b: number, block: (i: number, j: number) => number): void {
    const { size, batch } = this.#centred;
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < batch; j++) {
        const [row, column] = [a * batch + i, b * batch + j];
        this.#values[row * size + column] = this.#values[column * size + row] = block(i, j);
      }
    }
  }

  /** The rules of two batches; what they share moves the singularities of one by the other's s, up to the joint spectrum's end. */
  #rules(joint: Float64Array, degree: number): [BatchRule, BatchRule] {
    const { batch, scale, rounding } = this.#centred;
    const { epsilon, tolerance = 1e-10 } = this.#settings;
    const kappa = (epsilon / scale) * batch;
    const all = symmetricEigenvalues(joint, 2 * batch);
    const least = smallestAbove(all, 2 * batch * Math.max(rounding, 4 * UNIT_ROUNDOFF * all[2 * batch - 1]));
    // each batch has a direction without variance, the constant one
    const singular = all.filter((value) => value >= least).length < 2 * (batch - 1);
    const wanted = tolerance / 40;
    const ruleOf = (first: number): BatchRule => {
      const block = new Float64Array(batch * batch);
      for (let i = 0; i < batch; i++) {
        const row = (first + i) * 2 * batch + first;
        block.set(joint.subarray(row, row + batch), i * batch);
      }
      const eigenvalues = symmetricEigenvalues(block, batch).map((value) => Math.max(0, value));
      const own = { eigenvalues, degree: degree / 2, kappa, least: singular ? 0 : least, joint: true };
      const rule = radialRule(own, wanted);
      const accurate = rule !== undefined && rule.error <= Math.max(wanted, batch > LARGEST_TRAPEZOID ? ROUGH : 0);
      return { eigenvalues, rule: accurate ? rule : trapezoidRule(eigenvalues, degree / 2, kappa, wanted) };
    };
    return [ruleOf(0), ruleOf(batch)];
  }

  #laplace(): Blocks {
    const { size, batch } = this.#centred;
    const homogeneity = requireHomogeneity(this.#settings.psi);
    if (!(homogeneity.degree > 0))
      throw domainError("method", "laplace", "a degree above 0 for blocks between batches", "Use monte-carlo.");
    const kernel = new HomogeneousKernel(homogeneity);
    let [error, evals] = [0, 0];
    for (let a = 0; a < size / batch; a++) {
      for (let b = 0; b < a; b++) {
        const joint = jointOf(this.#centred, a, b);
        const [first, second] = this.#rules(joint, homogeneity.degree);
        const block = laplaceCross(kernel, joint, batch, first, second);
        this.#put(a, b, (i, j) => block.values[i * batch + j]);
        error = Math.max(error, block.error);
        evals += block.evals;
      }
    }
    return { error, evals, crossMethod: "laplace" };
  }

  /** Batches without a common part: the product of the means. */
  #independent(): Blocks {
    const { size, batch } = this.#centred;
    const { psi, epsilon, maxEvals, tolerance = 1e-10 } = this.#settings;
    const found = Array.from({ length: size / batch }, (_, a) => {
      const own = subBatch(this.#centred, a * batch);
      return fourierCovariance(psi, own, { epsilon: epsilon / own.scale, tolerance, maxEvals });
    });
    let error = 0;
    for (let a = 0; a < found.length; a++) {
      for (let b = 0; b < a; b++) {
        const [left, right] = [found[a].means, found[b].means];
        this.#put(a, b, (i, j) => left[i] * right[j]);
        const size = Math.max(...left.map(Math.abs)) + Math.max(...right.map(Math.abs));
        error = Math.max(error, Math.max(found[a].error, found[b].error) * Math.max(1, size));
      }
    }
    return { error, evals: found.reduce((sum, { evals }) => sum + evals, 0), crossMethod: "independent" };
  }

  #monteCarlo(): Blocks {
    const { size, batch, scale } = this.#centred;
    const { psi, epsilon, samples, seed } = this.#settings;
    const found = monteCarloCovariance(psi, this.#centred, { epsilon: epsilon / scale, samples, seed });
    for (let a = 0; a < size / batch; a++) {
      for (let b = 0; b < a; b++) this.#put(a, b, (i, j) => found.values[(a * batch + i) * size + b * batch + j]);
    }
    const { standardError, evals } = found;
    return { error: LEVEL * standardError, standardError, evals, crossMethod: "monte-carlo" };
  }
}

/**
 * The covariance of several batches that go through the same batch-normalised layer,
 *
 *   V_ij = weightVariance E[psi(x_i) psi(x_j)],   x = sqrt(B) y_a / sqrt(|y_a|^2 + B epsilon) over the batch a of the sample,
 *
 * for a Sigma of k batches of `batch` samples, batch after batch, k batch <= 1024; batches may overlap or be correlated in any way. Blocks
 * within a batch are covarianceMap's. Between batches (paper, appendix D): laplace for a positively homogeneous phi of degree above 0,
 * a double integral by Gauss rules, error about 1e-11, 0.1 s a pair of batches at B = 20; the product of the means where batches are
 * uncorrelated; else monte-carlo, whose error is then that of the whole.
 * @throws TheoryError as covarianceMap, and "domain" where `batch` does not divide the samples.
 */
export function crossCovarianceMap(
  phi: Activation | string | ((x: number) => number),
  sigma: readonly (readonly number[])[],
  batch: number,
  options: CovarianceMapOptions = {},
): CrossMappedCovariance {
  const rows = covarianceRows("sigma", sigma, LARGEST);
  const size = sigma.length;
  if (!(Number.isInteger(batch) && batch >= 2 && size % batch === 0))
    throw domainError("batch", batch, `an integer from 2 that divides ${size}`, "Every batch has as many samples.");
  const settings = covarianceSettings(phi, batch, options);
  const centred = centredCovariance(rows, size, batch);
  const values = new Float64Array(size * size);
  let [error, evals] = [0, 0];
  let standardError: number | undefined;
  let method: CovarianceMethod = "laplace";
  for (let first = 0; first < size; first += batch) {
    const block = mapBatch({ ...settings, seed: settings.seed + 1 + first }, subBatch(centred, first));
    for (let i = 0; i < batch; i++)
      values.set(block.values.subarray(i * batch, (i + 1) * batch), (first + i) * size + first);
    error = Math.max(error, block.error);
    evals += block.evals;
    method = block.method;
    if (block.standardError !== undefined) standardError = Math.max(standardError ?? 0, block.standardError);
  }
  const cross = new CrossBlocks(settings, centred, values).fill();
  if (cross.standardError !== undefined) standardError = Math.max(standardError ?? 0, cross.standardError);
  const raw: RawCovariance = {
    values,
    error: Math.max(error, cross.error),
    evals: evals + cross.evals,
    method,
    ...(standardError === undefined ? {} : { standardError }),
  };
  const judged = cross.crossMethod === "monte-carlo" ? { ...raw, method: "monte-carlo" as const } : raw;
  return { ...finished(judged, size, settings), method, crossMethod: cross.crossMethod };
}
