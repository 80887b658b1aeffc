/**
 * The Laplace integral of laplaceCovariance.ts for larger batches and any degree: a Gauss rule in s (radialRule.ts; originRule.ts for
 * degrees below 1/2), and at each of its nodes
 *
 *   C(s) = (I - (I + 2 s S)^-1) / (2 s)
 *
 * by a Cholesky inverse. The difference loses 1/(2 s S_ii), B/(2 s) or so, which the error states.
 */
import { domainError } from "../../../../numeric/domain.js";
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { SpdInverse } from "../../../../numeric/linearAlgebra/spdInverse.js";
import { symmetricEigenvalues } from "../../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { CentredCovariance } from "../centredCovariance.js";
import { assertPositive } from "../spectrum.js";
import type { HomogeneousKernel } from "./homogeneousKernel.js";
import { KernelSum } from "./kernelSum.js";
import { originRule } from "./originRule.js";
import { radialRule } from "./radialRule.js";
import type { LaplaceCovariance } from "./result.js";

const TOLERANCE = 2e-14;

/** I + 2 s S into the lower triangle of the workspace. */
function load({ size, values }: CentredCovariance, { stride, matrix }: SpdInverse, s: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * stride + j] = 2 * s * values[i * size + j];
    matrix[i * stride + i] += 1;
  }
}

/** C(s) into the lower triangle of the workspace; false where rounding has made I + 2 s S indefinite. */
function resolvent(centred: CentredCovariance, inverse: SpdInverse, s: number): boolean {
  const { size, values } = centred;
  const { stride, matrix } = inverse;
  if (s === 0) {
    for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) matrix[i * stride + j] = values[i * size + j];
    return true;
  }
  load(centred, inverse, s);
  if (inverse.invert() === undefined) return false;
  const half = 1 / (2 * s);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) matrix[i * stride + j] *= -half;
    matrix[i * (stride + 1)] = (1 - matrix[i * (stride + 1)]) * half;
  }
  return true;
}

/** The smallest eigenvalue that is none of rounding's. */
export const smallestAbove = (eigenvalues: Float64Array, zero: number): number =>
  eigenvalues.reduce((least, value) => (value > zero ? Math.min(least, value) : least), Number.POSITIVE_INFINITY);

/** `kappa` = B epsilon. Undefined where the rule does not converge: a batch of very low rank. */
export function gaussLaplace(
  kernel: HomogeneousKernel,
  centred: CentredCovariance,
  kappa: number,
): LaplaceCovariance | undefined {
  const { size, values } = centred;
  const { degree } = kernel;
  const eigenvalues = symmetricEigenvalues(values, size);
  const largest = eigenvalues[size - 1];
  const zero = size * Math.max(centred.rounding, 4 * UNIT_ROUNDOFF * largest);
  assertPositive(eigenvalues[0], largest, zero);
  const positive = eigenvalues.map((value) => Math.max(0, value));
  const problem = { eigenvalues: positive, degree, kappa, least: smallestAbove(eigenvalues, zero) };
  const nearOrigin = degree < 0.5;
  const rule = nearOrigin ? originRule(problem, TOLERANCE) : radialRule(problem, TOLERANCE);
  if (rule === undefined) return undefined;
  const inverse = new SpdInverse(size);
  const sum = new KernelSum(kernel, centred);
  if (degree <= 0 && sum.absent.includes(1)) {
    const where = "no sample at the batch mean when the degree is 0 or less";
    throw domainError("sigma", `sample ${sum.absent.indexOf(1)}`, where, "Move it.");
  }
  for (const [i, s] of rule.nodes.entries()) {
    if (!resolvent(centred, inverse, s)) return undefined;
    sum.add(inverse, s, rule.weights[i]);
  }
  const factor = size ** degree / gammaRatio(1, nearOrigin ? degree : degree - 1);
  const out = sum.values(factor);
  const top = out.reduce((all, value) => Math.max(all, Math.abs(value)), 0);
  const rounding = (64 + 8 * Math.sqrt(size)) * UNIT_ROUNDOFF;
  return { values: out, error: (10 * rule.error + rounding) * top + factor * sum.lost, evals: rule.nodes.length };
}
