import { assertInteger } from "../../../numeric/domain.js";

export interface RegionCounts {
  /** m^(L-1). */
  readonly paths: bigint;
  /** 2^(m (L-1)). */
  readonly patterns: bigint;
  /** Patterns in which the neurons of one path are active, 2^((m-1)(L-1)); many of them are those of no input. */
  readonly patternsOfPath: bigint;
  /** Most faces of a path's region in a deep linearly gated network, L - 1. */
  readonly pathFaces: number;
  /** Most faces of a pattern's region, m (L - 1). */
  readonly patternFaces: number;
}

/**
 * What section 3.1 counts, for L - 1 hidden layers of m neurons each. The paper prints m^L, 2^(mL), L and mL there: those are the counts of L hidden layers,
 * while its networks have L - 1. m up to 4096, L from 2 to 65.
 */
export function regionCounts(m: number, L: number): RegionCounts {
  assertInteger("m", m, 1, 4096);
  assertInteger("L", L, 2, 65);
  const hidden = L - 1;
  return Object.freeze({
    paths: BigInt(m) ** BigInt(hidden),
    patterns: 2n ** BigInt(m * hidden),
    patternsOfPath: 2n ** BigInt((m - 1) * hidden),
    pathFaces: hidden,
    patternFaces: m * hidden,
  });
}
