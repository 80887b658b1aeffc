/**
 * The Laplace integral of laplaceCovariance.ts for larger batches: a Gauss rule in s (radialRule.ts), and at each of its nodes
 *
 *   C(s) = (I - (I + 2 s S)^-1) / (2 s)
 *
 * by a Cholesky inverse. The difference loses 1/(2 s S_ii), B/(2 s) or so, which the error states.
 */
import { UNIT_ROUNDOFF } from "../../../../numeric/estimate.js";
import { SpdInverse } from "../../../../numeric/linearAlgebra/spdInverse.js";
import { symmetricEigenvalues } from "../../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import { gammaRatio } from "../../../../numeric/special/gammaRatio.js";
import type { CentredCovariance } from "../centredCovariance.js";
import { assertPositive } from "../spectrum.js";
import type { HomogeneousKernel } from "./homogeneousKernel.js";
import { type RadialRule, radialRule } from "./radialRule.js";
import type { LaplaceCovariance } from "./result.js";

const TOLERANCE = 2e-14;
/** Relative; beyond it the eigencoordinates do better. */
const WORST = 4e9;

/** I + 2 s S into the lower triangle of the workspace. */
function load({ size, values }: CentredCovariance, inverse: SpdInverse, s: number): void {
  const { stride, matrix } = inverse;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) matrix[i * stride + j] = 2 * s * values[i * size + j];
    matrix[i * stride + i] += 1;
  }
}

/** Adds weight K(C(s)) to the lower triangle of the sums, from A^-1 in the workspace. `absent` samples sit at the mean. */
function addKernel(
  kernel: HomogeneousKernel,
  inverse: SpdInverse,
  absent: Uint8Array,
  half: number,
  weight: number,
  sums: Float64Array,
): void {
  const { size, stride, matrix } = inverse;
  const { shape } = kernel;
  const deviations = new Float64Array(size);
  for (let i = 0; i < size; i++) deviations[i] = Math.sqrt(Math.max(0, 1 - matrix[i * stride + i]) * half);
  for (let i = 0; i < size; i++) {
    if (absent[i] === 1) continue;
    const row = i * stride;
    const di = deviations[i];
    for (let j = 0; j < i; j++) {
      if (absent[j] === 1) continue;
      const c = (-matrix[row + j] * half) / (di * deviations[j]);
      sums[row + j] += weight * kernel.size(di, deviations[j]) * shape(c);
    }
    sums[row + i] += weight * kernel.size(di, di) * shape(1);
  }
}

/** The smallest eigenvalue that is none of rounding's. */
export const smallestAbove = (eigenvalues: Float64Array, zero: number): number =>
  eigenvalues.reduce((least, value) => (value > zero ? Math.min(least, value) : least), Number.POSITIVE_INFINITY);

/** Undefined where the Gauss rule does not converge: one eigenvalue, or a few, hold most of the trace. */
export function gaussLaplace(
  kernel: HomogeneousKernel,
  centred: CentredCovariance,
  kappa: number,
): LaplaceCovariance | undefined {
  const { size, values } = centred;
  const eigenvalues = symmetricEigenvalues(values, size);
  const largest = eigenvalues[size - 1];
  const zero = size * Math.max(centred.rounding, 4 * UNIT_ROUNDOFF * largest);
  assertPositive(eigenvalues[0], largest, zero);
  const rule = radialRule(
    {
      eigenvalues: eigenvalues.map((value) => Math.max(0, value)),
      degree: kernel.degree,
      kappa,
      least: smallestAbove(eigenvalues, zero),
    },
    TOLERANCE,
  );
  if (rule === undefined || rule.error > TOLERANCE) return undefined;
  const inverse = new SpdInverse(size);
  const { stride } = inverse;
  const sums = new Float64Array(stride * size);
  const { absent, top, bottom } = variances(centred);
  const { degree } = kernel;
  let lost = 0;
  for (const [i, s] of rule.nodes.entries()) {
    load(centred, inverse, s);
    if (inverse.invert() === undefined) return undefined;
    const weight = rule.weights[i];
    addKernel(kernel, inverse, absent, 1 / (2 * s), weight, sums);
    const [high, low] = [top / (1 + 2 * s * top), bottom / (1 + 2 * s * bottom)];
    const entry = 8 * UNIT_ROUNDOFF * (1 / (2 * s) + top);
    lost += weight * entry * high ** (degree / 2) * Math.max(high ** (degree / 2 - 1), low ** (degree / 2 - 1));
  }
  lost *= kernel.shape(1) * Math.max(1, degree);
  const out = assemble(kernel, size, stride, sums, rule, lost);
  return out.error <= WORST * largestOf(out.values) ? out : undefined;
}

/** Which samples have no variance, and the largest and smallest variance of the others. */
function variances({ size, values, rounding }: CentredCovariance): { absent: Uint8Array; top: number; bottom: number } {
  const absent = new Uint8Array(size);
  let [top, bottom] = [0, Number.POSITIVE_INFINITY];
  for (let i = 0; i < size; i++) {
    const value = values[i * (size + 1)];
    if (value <= 4 * rounding) absent[i] = 1;
    else [top, bottom] = [Math.max(top, value), Math.min(bottom, value)];
  }
  return { absent, top, bottom };
}

const largestOf = (values: Float64Array): number => values.reduce((top, value) => Math.max(top, Math.abs(value)), 0);

function assemble(
  kernel: HomogeneousKernel,
  size: number,
  stride: number,
  sums: Float64Array,
  rule: RadialRule,
  lost: number,
): LaplaceCovariance {
  const a = kernel.degree;
  const factor = size ** a / gammaRatio(1, a - 1);
  const values = new Float64Array(size * size);
  let largest = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = factor * sums[i * stride + j];
      values[i * size + j] = values[j * size + i] = value;
      largest = Math.max(largest, Math.abs(value));
    }
  }
  const rounding = (64 + 8 * Math.sqrt(size)) * UNIT_ROUNDOFF;
  return { values, error: (10 * rule.error + rounding) * largest + factor * lost, evals: rule.nodes.length };
}
