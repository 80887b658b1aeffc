import { assertAbove, assertInteger, domainError } from "../../numeric/domain.js";
import { assertNumbers } from "../../numeric/linearAlgebra/matrixChecks.js";
import { assertShapes, list, modest, vector } from "../../numeric/shape.js";
import { meanOf } from "../statistics/mean.js";

/** Shares of eigenvalues in bins. */
export interface EigenvalueHistogram {
  /** Ends of the bins, one more than bins. */
  readonly edges: readonly number[];
  /** Mean over the samples of the share of a sample's eigenvalues in the bin [e_k, e_(k+1)). */
  readonly shares: readonly number[];
  /** Of the shares, from the spread over the samples; Infinity for one sample. */
  readonly standardErrors: readonly number[];
  /** Mean share outside all bins. */
  readonly outside: number;
  readonly samples: number;
}

/** Ends of `count` bins of one width. @throws TheoryError "domain" unless low < high and count is an integer from 1 to 1e5. */
export function binsBetween(low: number, high: number, count: number): number[] {
  assertShapes({ low: modest, high: modest }, { low, high });
  assertAbove("high", high, low);
  assertInteger("count", count, 1, 1e5);
  return Array.from({ length: count + 1 }, (_, k) => low + ((high - low) * k) / count);
}

/**
 * Eigenvalues of samples, a list each, in bins. Eigenvalues of one matrix repel each other: standard errors are those of independent matrices.
 *
 * @throws TheoryError "domain" for edges that do not ascend, no spectra, or an empty one.
 */
export function eigenvalueHistogram(
  spectra: readonly ArrayLike<number>[],
  edges: readonly number[],
): EigenvalueHistogram {
  assertShapes({ spectra: list(vector) }, { spectra });
  assertNumbers("edges", edges);
  const bad = edges.findIndex((edge, k) => k > 0 && !(edge > edges[k - 1]!));
  if (edges.length < 2 || bad >= 0) {
    throw domainError("edges", bad < 0 ? edges.length : edges[bad], "two or more ascending numbers", "Sort the edges.");
  }
  if (spectra.length === 0) throw domainError("spectra", "[]", "at least one spectrum", "Sample some matrices.");
  const shares = spectra.map((spectrum, k) => sharesOf(spectrum, edges, k));
  const measured = edges.slice(1).map((_, bin) => meanOf(shares.map((own) => own[bin]!)));
  return {
    edges,
    shares: measured.map(({ value }) => value),
    standardErrors: measured.map(({ standardError }) => standardError),
    outside: meanOf(shares.map((own) => 1 - own.reduce((sum, share) => sum + share, 0))).value,
    samples: spectra.length,
  };
}

function sharesOf(spectrum: ArrayLike<number>, edges: readonly number[], sample: number): number[] {
  if (spectrum.length === 0) throw domainError(`spectra[${sample}]`, "[]", "eigenvalues", "Leave empty spectra out.");
  const counts = new Array<number>(edges.length - 1).fill(0);
  for (let i = 0; i < spectrum.length; i++) {
    const value = spectrum[i]!;
    if (!(value >= edges[0]! && value < edges.at(-1)!)) continue;
    let [low, high] = [0, edges.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (value < edges[middle]!) high = middle;
      else low = middle;
    }
    counts[low]! += 1;
  }
  return counts.map((count) => count / spectrum.length);
}
