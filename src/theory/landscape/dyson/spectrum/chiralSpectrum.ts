import { assertRatio } from "../selfEnergies/chiralSelfEnergy.js";

export interface ChiralSpectrum {
  /** Of the positive half: |1 - sqrt(ratio)| and 1 + sqrt(ratio). The spectrum is symmetric. */
  readonly edges: readonly [number, number];
  /** |p - n| / (p + n), the mass of 0. */
  readonly atomAtZero: number;
}

/**
 * Edges and atom of [[0, X], [X^T, 0]] / sqrt(n) in closed form, ratio = p/n: singular values of X / sqrt(n) by Marchenko and Pastur. Its
 * density is that of chiralSelfEnergy.
 * @throws TheoryError "domain" for a ratio outside 1e-6 to 1e6.
 */
export function chiralSpectrum(ratio: number): ChiralSpectrum {
  assertRatio(ratio);
  const root = Math.sqrt(ratio);
  // (1 - r) / (1 + sqrt r): no cancellation beside r = 1
  const gap = Math.abs(1 - ratio);
  return { edges: [gap / (1 + root), 1 + root], atomAtZero: gap / (1 + ratio) };
}
