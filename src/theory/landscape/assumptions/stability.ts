/**
 * The constants of Assumption 5.1 (4), c N^-1 tr T <= S[T] <= C N^-1 tr T for positive semidefinite T, S[T] = E[W T W]/N. By T = v v^T they are
 *
 *   c = min E (u.W v)^2,   C = max E (u.W v)^2   over unit vectors u, v.
 *
 * Ours: E (u.W v)^2 is the covariance form of W at the symmetric part of u v^T, whose norm is between 1/sqrt(2) and 1: with the extreme eigenvalues
 * of that form on symmetric matrices, c >= l_min/2 and C <= l_max. Alternating minimisation over u and v gives c <=, C >=.
 */
import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { symmetricEigenvalues } from "../../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { SampledMatrices } from "./sampledMatrices.js";

export interface StabilityConstants {
  /** c is between these. */
  readonly lower: readonly [number, number];
  /** C is between these. */
  readonly upper: readonly [number, number];
}

const ROUNDS = 30;

/** Of the law of the sample, whose covariance has at most as many dimensions as samples. */
export function stabilityConstants(sampled: SampledMatrices): StabilityConstants {
  const [least, most] = formRange(sampled);
  const { size } = sampled;
  const starts = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (__, j) => Number(i === j)),
  );
  starts.push(new Float64Array(size).fill(1 / Math.sqrt(size)));
  const low = starts.map((start) => alternate(sampled, start, "least"));
  const high = starts.map((start) => alternate(sampled, start, "most"));
  return {
    lower: [Math.max(0, least / 2), Math.max(0, Math.min(...low))],
    upper: [Math.max(...high), Math.max(most, ...high)],
  };
}

/** E (u.W v)^2 at the end of minimising or maximising over u and v in turn; symmetric in both. */
function alternate(sampled: SampledMatrices, start: Float64Array, which: "least" | "most"): number {
  let direction = start;
  let value = Number.NaN;
  for (let round = 0; round < ROUNDS; round++) {
    const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(secondMoment(sampled, direction), {
      assumeSymmetric: true,
    });
    const best = realEigenvalues.indexOf((which === "least" ? Math.min : Math.max)(...realEigenvalues));
    const next = realEigenvalues[best]!;
    direction = Float64Array.from(eigenvectorMatrix.getColumn(best));
    if (Math.abs(next - value) <= 1e-12 * Math.abs(next)) return next;
    value = next;
  }
  return value;
}

/** E[W v v^T W]. */
function secondMoment({ size, samples, fluctuations }: SampledMatrices, v: Float64Array): Matrix {
  const sum = new Float64Array(size * size);
  const image = new Float64Array(size);
  for (const W of fluctuations) {
    for (let i = 0; i < size; i++) {
      let entry = 0;
      for (let j = 0; j < size; j++) entry += W[i * size + j]! * v[j]!;
      image[i] = entry;
    }
    for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum[i * size + j]! += image[i]! * image[j]!;
  }
  return Matrix.from1DArray(
    size,
    size,
    sum.map((entry) => entry / samples),
  );
}

/** Extreme eigenvalues of the covariance form on symmetric matrices, through whichever Gram matrix is smaller. */
function formRange({ size, samples, fluctuations }: SampledMatrices): readonly [number, number] {
  const dimension = (size * (size + 1)) / 2;
  const rows = fluctuations.map((W) => coordinates(W, size));
  const few = samples < dimension;
  const count = few ? samples : dimension;
  const gram = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0;
      if (few) for (let e = 0; e < dimension; e++) sum += rows[i]![e]! * rows[j]![e]!;
      else for (const row of rows) sum += row[i]! * row[j]!;
      gram[i * count + j] = sum / samples;
      gram[j * count + i] = sum / samples;
    }
  }
  const eigenvalues = symmetricEigenvalues(gram, count);
  const rounding = count * 2 ** -50 * eigenvalues.at(-1)!;
  return [few ? 0 : eigenvalues[0]! - rounding, eigenvalues.at(-1)! + rounding];
}

/** In an orthonormal basis of symmetric matrices. */
function coordinates(W: Float64Array, size: number): Float64Array {
  const row = new Float64Array((size * (size + 1)) / 2);
  let at = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) row[at++] = W[i * size + j]! * (i === j ? 1 : Math.SQRT2);
  }
  return row;
}
