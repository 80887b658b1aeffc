/**
 * What vanishing updates of all batches say about single samples (Definition 1 and Theorem 1 of Tian 2020), for given per-sample factors g_i, f_i
 * of the update U_i = f_i g_i^T. The bound is ours: with s = max over batches |sum_{i in batch} U_i| and B < N,
 *   |U_i - U_k| <= 2 s (two batches that differ in i and k),  |U_i| <= (2 - 1/B) s.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, fromZero, list, optionsOf, record, vector } from "../../../numeric/shape.js";
import { batchesOf } from "./incidenceMatrix.js";

/** f_{l-1} and g_l of one sample at one layer. */
export interface SampleGradient {
  readonly g: readonly number[];
  readonly f: readonly number[];
}

export interface BatchCriticality {
  /** Largest Frobenius norm of the summed update of a batch. */
  readonly batchNorm: number;
  /** Largest Frobenius norm of the update |g_i| |f_i| of a sample. */
  readonly sampleNorm: number;
  /** What the batches alone imply about `sampleNorm`: (2 - 1/B) batchNorm where B < N, infinite for B = N. */
  readonly bound: number;
  /** Whether vanishing batches force every sample's update to vanish: B < N. */
  readonly concludes: boolean;
  /** Every batch's update is at most `tolerance`. */
  readonly isCritical: boolean;
  /** Which factor of a sample's update is zero, the smaller one of an update of at most twice the tolerance: never "neither" where it concludes and is critical. */
  readonly samples: readonly ("g = 0" | "f = 0" | "neither")[];
  readonly says: string;
}

function batchNorm(samples: readonly SampleGradient[], members: readonly number[]): number {
  const { f, g } = samples[0]!;
  let square = 0;
  for (let a = 0; a < f.length; a++) {
    for (let b = 0; b < g.length; b++) {
      let sum = 0;
      for (const i of members) sum += samples[i]!.f[a]! * samples[i]!.g[b]!;
      square += sum * sum;
    }
  }
  return Math.sqrt(square);
}

function saysOf(concludes: boolean, isCritical: boolean): string {
  if (!isCritical) return "Some batch has an update: this is no critical point of SGD.";
  return concludes
    ? "Every batch's update vanishes and batches are smaller than the data set: every sample has g = 0 or f = 0."
    : "The one batch is the whole data set: its update vanishes, which says nothing about single samples.";
}

/**
 * All C(N, batch) batches of the samples, N <= 30, at most 5000 batches. A batch's update counts as zero up to the Frobenius norm
 * `tolerance`, default 1e-12.
 * @throws TheoryError "domain" for no samples, ragged or non-finite ones, and batch sizes outside 1..N.
 */
export function batchCriticality(
  samples: readonly SampleGradient[],
  batch: number,
  options: { readonly tolerance?: number } = {},
): BatchCriticality {
  assertShapes(
    { samples: list(record({ g: vector, f: vector })), options: optionsOf({ tolerance: fromZero }) },
    { samples, options },
  );
  const { tolerance = 1e-12 } = options;
  if (samples.length === 0) throw domainError("samples", "[]", "at least one sample", "Pass g and f of each sample.");
  const batches = batchesOf(samples.length, batch);
  for (const [i, { f, g }] of samples.entries()) {
    assertNumbers(`samples[${i}].f`, f, samples[0]!.f.length);
    assertNumbers(`samples[${i}].g`, g, samples[0]!.g.length);
  }
  const sizes = samples.map(({ f, g }) => ({ f: norm(f), g: norm(g) }));
  const sampleNorm = Math.max(...sizes.map(({ f, g }) => f * g));
  const most = Math.max(...batches.map((members) => batchNorm(samples, members)));
  const concludes = batch < samples.length;
  const isCritical = most <= tolerance;
  const kinds = sizes.map(({ f, g }) =>
    f * g > 2 * tolerance ? ("neither" as const) : g <= f ? ("g = 0" as const) : ("f = 0" as const),
  );
  const bound = concludes ? (2 - 1 / batch) * most : Number.POSITIVE_INFINITY;
  const says = saysOf(concludes, isCritical);
  return { batchNorm: most, sampleNorm, bound, concludes, isCritical, samples: kinds, says };
}
