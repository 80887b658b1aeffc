/** Paths that are active on some cell, counted without a list of paths. */
import { domainError } from "../../../numeric/domain.js";

const MOST_STATES = 200_000;

/**
 * How many paths are active on at least one of the patterns (a text of bits a layer). Paths with the same cells so far are counted once, so that 16^5
 * paths take no longer than there are sets of cells. Throws TheoryError "domain" where those are more than 200000.
 */
export function activePaths(patterns: readonly (readonly string[])[]): bigint {
  const layers = patterns[0]?.length ?? 0;
  let states = new Map<bigint, bigint>([[(1n << BigInt(patterns.length)) - 1n, 1n]]);
  if (patterns.length === 0) return 0n;
  for (let l = 0; l < layers; l++) {
    const masks = openOn(patterns, l);
    const next = new Map<bigint, bigint>();
    for (const [cells, count] of states) {
      for (const mask of masks) {
        const both = cells & mask;
        if (both !== 0n) next.set(both, (next.get(both) ?? 0n) + count);
      }
      if (next.size > MOST_STATES) {
        const domain = `at most ${MOST_STATES} different regions of parts of paths`;
        throw domainError("weights", `more than ${MOST_STATES}`, domain, "Use fewer neurons or layers.");
      }
    }
    states = next;
  }
  let total = 0n;
  for (const count of states.values()) total += count;
  return total;
}

/** For each neuron of the layer the set of the cells where it is open, as bits. */
function openOn(patterns: readonly (readonly string[])[], l: number): readonly bigint[] {
  return Array.from({ length: patterns[0]![l]!.length }, (_, i) =>
    BigInt(`0b${patterns.map((pattern) => pattern[l]![i]).join("")}`),
  );
}
