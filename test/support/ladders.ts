/** Random ladders for property tests. */
import fc from "fast-check";
import type { Ladder } from "../../src/theory/ladder/ladder.js";
import { type LadderClass, ladderClasses, randomLadder } from "../../src/theory/ladder/random/randomLadder.js";

export const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Ladders of one class, or of all. */
export const ladders = (classes: readonly LadderClass[] = ladderClasses): fc.Arbitrary<Ladder> =>
  fc
    .record({
      seed: seeds,
      class: fc.constantFrom(...classes),
      pixels: fc.integer({ min: 1, max: 4 }),
      values: fc.integer({ min: 1, max: 3 }),
      levels: fc.integer({ min: 1, max: 4 }),
      events: fc.integer({ min: 1, max: 3 }),
      zeros: fc.constantFrom(0, 0.3, 0.8),
    })
    .map((options) => randomLadder(options));
