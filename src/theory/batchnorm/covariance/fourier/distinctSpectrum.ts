import type { CentredSpectrum } from "../spectrum.js";
import type { Distinct, PlaneWeights } from "./plane.js";

/** Equal eigenvalues joined: a batch with symmetries has few distinct ones, however large. */
export interface DistinctSpectrum extends Distinct {
  /** Which distinct eigenvalue a component belongs to. */
  readonly group: Int32Array;
}

export function distinctSpectrum({ eigenvalues, rank, size }: CentredSpectrum): DistinctSpectrum {
  const order = Array.from(eigenvalues.keys()).sort((a, b) => eigenvalues[a] - eigenvalues[b]);
  const largest = eigenvalues[order[rank - 1]];
  const slack = 4 * Math.sqrt(size) * 2 ** -53 * largest;
  const group = new Int32Array(rank);
  const [sums, counts]: [number[], number[]] = [[], []];
  let before = Number.NEGATIVE_INFINITY;
  for (const k of order) {
    if (eigenvalues[k] - before > slack) {
      sums.push(0);
      counts.push(0);
    }
    before = eigenvalues[k];
    group[k] = sums.length - 1;
    sums[sums.length - 1] += eigenvalues[k];
    counts[counts.length - 1]++;
  }
  return {
    eigenvalues: Float64Array.from(sums, (sum, k) => sum / counts[k]),
    multiplicities: Float64Array.from(counts),
    group,
  };
}

/** sum over the components of each eigenvalue of a_k b_k. */
export function groupedProducts(
  { eigenvalues, group }: DistinctSpectrum,
  a: Float64Array,
  b: Float64Array,
): Float64Array {
  const out = new Float64Array(eigenvalues.length);
  for (let k = 0; k < a.length; k++) out[group[k]] += a[k] * b[k];
  return out;
}

export function planeWeights(distinct: DistinctSpectrum, x: Float64Array, z: Float64Array): PlaneWeights {
  return {
    xx: groupedProducts(distinct, x, x),
    xz: groupedProducts(distinct, x, z),
    zz: groupedProducts(distinct, z, z),
  };
}
