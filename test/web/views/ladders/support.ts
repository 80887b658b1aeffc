import type { RandomSource } from "../../../../src/web/views/ladders/ladderSource.js";
import type { LaddersQuestion } from "../../../../src/web/views/ladders/laddersTask.js";
import { exampleTables } from "../../../../src/web/views/ladders/parseTables.js";

const network = { width: 2, signs: "any", seed: 1, node: 0 } as const;

export function small(changed: Partial<RandomSource> = {}): LaddersQuestion {
  const sizes = { pixels: 3, values: 2, levels: 3, events: 3, zeros: 0, seed: 1 };
  return { ...network, region: "", source: { kind: "random", class: "deterministic", ...sizes, ...changed } };
}

export const typed = (region: string, text = exampleTables): LaddersQuestion => ({
  ...network,
  ...{ region, source: { kind: "tables", text } },
});

/** The sum of all entries of diag(p) P: 1. */
export const labelsMean = (priors: readonly number[], table: readonly (readonly number[])[]): number =>
  priors.reduce((sum, p, a) => sum + p * table[a]!.reduce((rest, q) => rest + q, 0), 0);
