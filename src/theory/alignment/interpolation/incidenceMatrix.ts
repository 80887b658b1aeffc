/**
 * Theorem 1 of Tian 2020: the batches of B out of N samples see all per-sample gradients U_i iff the C(N,B) x N matrix of which sample is in which
 * batch has rank N. It has iff B < N; for B = N there is one batch, and only the mean must vanish. (The paper does not say B < N.)
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { exactRank } from "../../../symbolic/exact/rank.js";
import { rational } from "../../../symbolic/rational.js";

const MOST_SAMPLES = 30;
const MOST_BATCHES = 5000;

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) value = (value * (n - i + 1)) / i;
  return Math.round(value);
}

/** Throws unless 1 <= B <= N <= 30 and there are at most 5000 batches. */
export function assertBatches(samples: number, batch: number): void {
  assertInteger("samples", samples, 1, MOST_SAMPLES);
  assertInteger("batch", batch, 1, samples);
  const count = binomial(samples, batch);
  if (count > MOST_BATCHES) {
    throw domainError("batch", batch, `at most ${MOST_BATCHES} batches; these are ${count}`, "Use fewer samples.");
  }
}

/** Every batch of `batch` out of `samples` samples, as ascending indices in lexicographic order. */
export function batchesOf(samples: number, batch: number): readonly (readonly number[])[] {
  assertBatches(samples, batch);
  const all: number[][] = [];
  const extend = (chosen: readonly number[], next: number): void => {
    if (chosen.length === batch) all.push([...chosen]);
    else for (let i = next; i <= samples - (batch - chosen.length); i++) extend([...chosen, i], i + 1);
  };
  extend([], 0);
  return all;
}

/** One row a batch, one column a sample: 1 where the sample is in the batch. C(N,B) x N, N <= 30, at most 5000 rows. */
export const incidenceMatrix = (samples: number, batch: number): readonly (readonly number[])[] =>
  batchesOf(samples, batch).map((members) => Array.from({ length: samples }, (_, i) => Number(members.includes(i))));

/** The rank of the incidence matrix, by elimination over the rationals. */
export const incidenceRank = (samples: number, batch: number): number =>
  exactRank(incidenceMatrix(samples, batch).map((row) => row.map((entry) => rational(entry))));
