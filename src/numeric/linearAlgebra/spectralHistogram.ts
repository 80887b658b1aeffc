import { domainError } from "../domain.js";
import { assertShapes, having, vector } from "../shape.js";
import type { RitzValue } from "./lanczos.js";
import { probesShape, type SpectralMean, type SpectralProbe, spectralMean } from "./stochasticLanczos.js";

/** The share of the eigenvalues in [low, high). */
export interface SpectralBin {
  readonly low: number;
  readonly high: number;
  readonly share: SpectralMean;
}

/** The edges of so many equal bins. */
export const equalBins = (low: number, high: number, count: number): readonly number[] =>
  Array.from({ length: count + 1 }, (_, k) => low + ((high - low) * k) / count);

const place = having("a number", (value) => typeof value === "number" && !Number.isNaN(value));

/** The larger weight of the two nodes next to a place: the distribution function there is known to within it. */
function errorBeside(ritz: readonly RitzValue[], place: number): number {
  const next = ritz.findIndex(({ value }) => value >= place);
  const count = next < 0 ? ritz.length : next;
  return Math.max(ritz[count - 1]?.weight ?? 0, ritz[count]?.weight ?? 0);
}

/**
 * The share of the eigenvalues in [low, high), -Infinity and Infinity allowed. `quadratureError` is a bound, by the inequalities of Chebyshev, Markov
 * and Stieltjes: up to the k-th node of a Gauss rule there is at least the weight of the k - 1 nodes before it, and at most that of k. 0 where the Krylov
 * space is invariant, since the rule is then the spectral measure of its start.
 *
 * Source: N. I. Akhiezer, The Classical Moment Problem (1965), section 2.5. Throws TheoryError without probes.
 */
export function spectralShare(probes: readonly SpectralProbe[], low: number, high: number): SpectralMean {
  assertShapes({ probes: probesShape, low: place, high: place }, { probes, low, high });
  const inside = spectralMean(probes, (x) => Number(x >= low && x < high));
  const errorAt = (probe: SpectralProbe, at: number): number =>
    probe.invariant || !Number.isFinite(at) ? 0 : errorBeside(probe.ritz, at);
  const bounds = probes.map((probe) => errorAt(probe, low) + errorAt(probe, high));
  return { ...inside, quadratureError: bounds.reduce((sum, bound) => sum + bound, 0) / probes.length };
}

/**
 * A histogram of the eigenvalues from probes, each share with both errors, as `spectralShare`. An atom at an edge goes to one side of it by chance.
 * Throws TheoryError unless the edges ascend.
 */
export function spectralHistogram(probes: readonly SpectralProbe[], edges: readonly number[]): readonly SpectralBin[] {
  assertShapes({ probes: probesShape, edges: vector }, { probes, edges });
  const bad = edges.findIndex((edge, k) => !Number.isFinite(edge) || (k > 0 && !(edge > edges[k - 1]!)));
  if (bad >= 0 || edges.length < 2) {
    throw domainError(
      `edges[${Math.max(bad, 0)}]`,
      edges[Math.max(bad, 0)],
      "two or more ascending numbers",
      "Sort them.",
    );
  }
  return edges.slice(1).map((high, k) => ({ low: edges[k]!, high, share: spectralShare(probes, edges[k]!, high) }));
}

/** Shares of given eigenvalues: exact. */
export function countedHistogram(eigenvalues: ArrayLike<number>, edges: readonly number[]): readonly SpectralBin[] {
  const values = Array.from(eigenvalues);
  return edges.slice(1).map((high, k) => {
    const low = edges[k]!;
    const count = values.filter((x) => x >= low && x < high).length;
    return { low, high, share: { value: count / values.length, standardError: 0, quadratureError: 0 } };
  });
}
