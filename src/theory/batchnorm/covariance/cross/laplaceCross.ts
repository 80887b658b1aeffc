/**
 * The covariance between two batches that go through the same network, for a positively homogeneous phi of degree a > 0: with
 * W = diag(2 s_1, .., 2 s_2, ..) over the 2 B samples and S their joint covariance, centred batch by batch,
 *
 *   V_ij = B^a / Gamma(a/2)^2 int int (s_1 s_2)^(a/2-1) e^(-B epsilon (s_1+s_2)) det(I + W S)^(-1/2) K_ij(C) ds_1 ds_2,
 *   C = S (I + W S)^-1,
 *
 * the two-batch form of Theorem 2 (Lemma D.5). Ours, the numbers: Gauss rules in s_1 and s_2 from each batch's own determinant (radialRule.ts);
 * the ratio of the joint one to their product is a smooth factor. C comes from A^-1, A = I + W^(1/2) S W^(1/2):
 * C_ab = -A^-1_ab / (W_a W_b)^(1/2), C_aa = (I - A^-1_aa)/W_a, or S_aa - (S W^(1/2) A^-1 W^(1/2) S)_aa where W_a is small.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { SpdInverse } from "../../../../numeric/linearAlgebra/spdInverse.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { HomogeneousKernel } from "../laplace/homogeneousKernel.js";
import type { RadialRule } from "../laplace/radialRule.js";

export interface CrossBlock {
  /** B x B: rows of the first batch, columns of the second. */
  readonly values: Float64Array;
  readonly error: number;
  readonly evals: number;
}

/** One batch's eigenvalues and rule. */
export interface BatchRule {
  readonly eigenvalues: Float64Array;
  readonly rule: RadialRule;
}

/** Below this W S_ii the difference I - A^-1 has lost digits. */
const SMALL = 0.1;

const logDeterminant = (eigenvalues: Float64Array, s: number): number =>
  eigenvalues.reduce((sum, lambda) => sum + Math.log1p(2 * s * lambda), 0);

/** `joint`: S, 2 B x 2 B, row after row. */
export function laplaceCross(
  kernel: HomogeneousKernel,
  joint: Float64Array,
  batch: number,
  first: BatchRule,
  second: BatchRule,
): CrossBlock {
  const { degree } = kernel;
  const sums = new Float64Array(batch * batch);
  const plane = new JointPlane(kernel, joint, batch);
  const logSecond = Array.from(second.rule.nodes, (t) => logDeterminant(second.eigenvalues, t));
  let evals = 0;
  for (const [i, s] of first.rule.nodes.entries()) {
    const logFirst = logDeterminant(first.eigenvalues, s);
    for (const [j, t] of second.rule.nodes.entries()) {
      const weight = first.rule.weights[i] * second.rule.weights[j];
      plane.add(s, t, weight, logFirst + logSecond[j], sums);
      evals++;
    }
  }
  const gamma = gammaRatio(1, degree / 2 - 1);
  const factor = batch ** degree / (gamma * gamma);
  const values = sums.map((sum) => factor * sum);
  // half the variance of a sample is within the digits that its own rule has
  const own = kernel.shape(1);
  const error =
    (10 * (first.rule.error + second.rule.error) + 256 * batch * UNIT_ROUNDOFF) *
    own *
    batch ** Math.max(0, degree - 1);
  return { values, error, evals };
}

class JointPlane {
  readonly #kernel: HomogeneousKernel;
  readonly #joint: Float64Array;
  readonly #batch: number;
  readonly #inverse: SpdInverse;
  readonly #deviations: Float64Array;
  readonly #largest: number;

  constructor(kernel: HomogeneousKernel, joint: Float64Array, batch: number) {
    this.#kernel = kernel;
    this.#joint = joint;
    this.#batch = batch;
    this.#inverse = new SpdInverse(2 * batch);
    this.#deviations = new Float64Array(2 * batch);
    let largest = 0;
    for (let i = 0; i < 2 * batch; i++) largest = Math.max(largest, joint[i * (2 * batch + 1)]);
    this.#largest = largest;
  }

  /** Adds weight (det_a det_b / det)^(1/2) K(C). `logDets` is log det_a + log det_b. */
  add(s: number, t: number, weight: number, logDets: number, sums: Float64Array): void {
    const batch = this.#batch;
    const size = 2 * batch;
    const roots = [Math.sqrt(2 * s), Math.sqrt(2 * t)];
    const { stride, matrix } = this.#inverse;
    for (let i = 0; i < size; i++) {
      const root = roots[i < batch ? 0 : 1];
      for (let j = 0; j <= i; j++) matrix[i * stride + j] = root * roots[j < batch ? 0 : 1] * this.#joint[i * size + j];
      matrix[i * stride + i] += 1;
    }
    const logDet = this.#inverse.invert();
    if (logDet === undefined) return;
    const total = weight * Math.exp(0.5 * (logDets - logDet));
    this.#fillDeviations(roots);
    const deviations = this.#deviations;
    const { shape } = this.#kernel;
    const between = -1 / (roots[0] * roots[1]);
    for (let i = 0; i < batch; i++) {
      for (let j = 0; j < batch; j++) {
        const scale = deviations[i] * deviations[batch + j];
        if (scale === 0) continue;
        const c = (matrix[(batch + j) * stride + i] * between) / scale;
        sums[i * batch + j] += total * this.#kernel.size(deviations[i], deviations[batch + j]) * shape(c);
      }
    }
  }

  #fillDeviations(roots: readonly number[]): void {
    const { size, stride, matrix } = this.#inverse;
    const joint = this.#joint;
    for (let i = 0; i < size; i++) {
      const root = roots[i < this.#batch ? 0 : 1];
      const plain = (1 - matrix[i * stride + i]) / (root * root);
      const variance = root * root * this.#largest < SMALL ? joint[i * (size + 1)] - this.#taken(i, roots) : plain;
      // what centring leaves of a sample at the mean
      this.#deviations[i] =
        joint[i * (size + 1)] < 64 * UNIT_ROUNDOFF * this.#largest ? 0 : Math.sqrt(Math.max(0, variance));
    }
  }

  /** (S W^(1/2) A^-1 W^(1/2) S)_ii. */
  #taken(i: number, roots: readonly number[]): number {
    const { size, stride, matrix } = this.#inverse;
    const half = this.#batch;
    let sum = 0;
    for (let k = 0; k < size; k++) {
      const left = this.#joint[i * size + k] * roots[k < half ? 0 : 1];
      let inner = 0;
      for (let l = 0; l < k; l++) inner += matrix[k * stride + l] * this.#joint[i * size + l] * roots[l < half ? 0 : 1];
      sum += left * (2 * inner + matrix[k * stride + k] * left);
    }
    return sum;
  }
}
