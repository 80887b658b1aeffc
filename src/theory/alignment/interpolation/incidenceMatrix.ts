/**
 * Theorem 1 of Tian 2020: the batches of B out of N samples see all per-sample gradients U_i iff the C(N,B) x N matrix of which sample is in which
 * batch has rank N. It has iff B < N; for B = N there is one batch, and only the mean must vanish. (The paper does not say B < N.)
 */
import { assertInteger, domainError } from "../../../numeric/domain.js";
import { exactRank } from "../../../symbolic/exact/rank.js";
import { binomial } from "../../../symbolic/heads/functions/binomial.js";
import { rational } from "../../../symbolic/rational.js";
import { subsets } from "./subsets.js";

const MOST_SAMPLES = 30;
const MOST_BATCHES = 5000;

/**
 * Every batch of `batch` out of `samples` samples, as ascending indices in lexicographic order. Throws unless 1 <= B <= N <= 30 and there are at
 * most 5000 batches.
 */
export function batchesOf(samples: number, batch: number): readonly (readonly number[])[] {
  assertInteger("samples", samples, 1, MOST_SAMPLES);
  assertInteger("batch", batch, 1, samples);
  const count = binomial(samples, batch);
  if (count > MOST_BATCHES) {
    throw domainError("batch", batch, `at most ${MOST_BATCHES} batches; these are ${count}`, "Use fewer samples.");
  }
  return subsets(samples, batch);
}

/** One row a batch, one column a sample: 1 where the sample is in the batch. C(N,B) x N, N <= 30, at most 5000 rows. */
export const incidenceMatrix = (samples: number, batch: number): readonly (readonly number[])[] =>
  batchesOf(samples, batch).map((members) => Array.from({ length: samples }, (_, i) => Number(members.includes(i))));

/** The rank of the incidence matrix, by elimination over the rationals. */
export const incidenceRank = (samples: number, batch: number): number =>
  exactRank(incidenceMatrix(samples, batch).map((row) => row.map((entry) => rational(entry))));
