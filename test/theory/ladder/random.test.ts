import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { familyPairs, leafRegions, topRegions } from "../../../src/theory/ladder/ladder.js";
import { Chance } from "../../../src/theory/ladder/random/chance.js";
import { ladderClasses, randomLadder } from "../../../src/theory/ladder/random/randomLadder.js";
import { randomNetwork, randomTargets } from "../../../src/theory/ladder/random/randomNetwork.js";
import { broadnessViolation, focusViolation } from "../../../src/theory/ladder/reformulation/knowledge.js";
import { ladders, seeds } from "../../support/ladders.js";

const many = (kind: (typeof ladderClasses)[number]) =>
  Array.from({ length: 40 }, (_, seed) => randomLadder({ seed, class: kind, pixels: 4, levels: 4, events: 3 }));

describe("random ladders", () => {
  it("are functions of their options", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...ladderClasses), (seed, kind) => {
        expect(randomLadder({ seed, class: kind })).toEqual(randomLadder({ seed, class: kind }));
      }),
      { numRuns: 20 },
    );
  });

  it.each(ladderClasses)(
    "of class %s have overlapping fields, shared children, several levels and missing inputs",
    (kind) => {
      const all = many(kind);
      expect(all.some(({ regions }) => regions.some(({ parents }) => parents.length > 1))).toBe(true);
      expect(all.some(({ kept, given }) => kept.length < given)).toBe(true);
      expect(all.some((one) => familyPairs(one).some(({ parent }) => parent.parents.length > 0))).toBe(true);
      const overlaps = all.some((one) =>
        one.regions.some((a) =>
          one.regions.some((b) => {
            const shared = a.pixels.filter((pixel) => b.pixels.includes(pixel)).length;
            return shared > 0 && shared < a.pixels.length && shared < b.pixels.length;
          }),
        ),
      );
      expect(overlaps).toBe(true);
      for (const one of all) {
        expect(topRegions(one).length).toBe(1);
        expect(topRegions(one)[0]!.pixels.length).toBe(4);
        expect(leafRegions(one).length).toBe(4);
      }
    },
  );

  it("of class faithful satisfy focus and broadness, with labels that lose information", () => {
    fc.assert(
      fc.property(ladders(["faithful"]), (ladder) => {
        for (const { parent, child } of familyPairs(ladder)) {
          expect(focusViolation(ladder, parent, child).largest).toBeLessThan(1e-12);
          expect(broadnessViolation(ladder, parent, child).largest).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 40 },
    );
    expect(many("faithful").some(({ regions }) => regions.some((one) => one.events.length < one.contents.length))).toBe(
      true,
    );
  });

  it("of class deterministic and stochastic violate focus somewhere", () => {
    for (const kind of ["deterministic", "stochastic"] as const) {
      const largest = many(kind).flatMap((one) =>
        familyPairs(one).map(({ parent, child }) => focusViolation(one, parent, child).largest),
      );
      expect(Math.max(...largest)).toBeGreaterThan(0.1);
    }
  });

  it("of class stochastic have labels that contents do not fix", () => {
    const random = many("stochastic").some(({ regions }) =>
      regions.some(
        ({ content, event }) => new Set(content.map((x, atom) => `${x} ${event[atom]}`)).size > new Set(content).size,
      ),
    );
    expect(random).toBe(true);
  });

  it.each([
    ["an unknown class", { class: "other" as never }, /class = other/],
    ["too many pixels", { pixels: 9 }, /pixels = 9/],
    ["too many inputs", { pixels: 8, values: 6 }, /values\^pixels/],
    ["certain zeros", { zeros: 1 }, /zeros = 1/],
    ["a fractional seed", { seed: 0.5 }, /seed = 0\.5/],
  ])("are refused for %s", (_, options, words) => {
    expect(() => randomLadder({ seed: 1, class: "lossless", ...options })).toThrow(words);
  });
});

describe("random networks", () => {
  const ladder = randomLadder({ seed: 5, class: "deterministic" });

  it("have open gates where all signs are positive, and targets of the right length", () => {
    const network = randomNetwork(ladder, { seed: 1, signs: "positive", width: 3 });
    for (const node of network.nodes) {
      const numbers = node.kind === "input" ? node.raw : node.inputs.map(({ weight }) => weight);
      expect(Math.min(...numbers)).toBeGreaterThan(0);
    }
    for (const target of Object.values(randomTargets(network, { seed: 1, of: "atom" }))) {
      expect(target.length).toBe(ladder.weights.length);
    }
  });

  it("are refused for other options", () => {
    expect(() => randomNetwork(ladder, { seed: 1, width: 0 })).toThrow(/width = 0/);
    expect(() => randomNetwork(ladder, { seed: 1, signs: "negative" as never })).toThrow(/signs = negative/);
  });
});

it("drawn probabilities sum to 1 and are never all zero", () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 1, max: 6 }), (seed, count) => {
      const masses = new Chance(seed).probabilities(count, 0.99);
      expect(masses.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 14);
    }),
  );
});
