import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contentText, distributionWhere, label, meanWhere } from "../../../src/theorems/ladder/ways/bruteForce.js";
import {
  byBoth,
  byContent,
  byEvent,
  conditionalCovariances,
  conditionalMeans,
  conditionalTable,
  massesOf,
  meanOf,
  priorsOf,
  tableBetween,
  weighedByPriors,
} from "../../../src/theory/ladder/groupBy.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { ladders } from "../../support/ladders.js";

const pairs = ladders().chain((ladder) =>
  fc.tuple(fc.constant(ladder), fc.constantFrom(...ladder.regions), fc.constantFrom(...ladder.regions)),
);

describe("tables of a ladder", () => {
  it("are what brute force over atoms gives", () => {
    fc.assert(
      fc.property(pairs, ([ladder, alpha, beta]) => {
        const table = conditionalTable(ladder, alpha, beta);
        for (const [a, row] of table.entries()) {
          const given = (atom: number) => label(alpha, atom) === alpha.events[a];
          const wanted = distributionWhere(ladder, (atom) => String(label(beta, atom)), given);
          for (const [b, entry] of row.entries()) expect(entry).toBeCloseTo(wanted.get(String(beta.events[b]))!, 13);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("satisfy total probability and Bayes: Lambda_b (P^b)^T = P^T Lambda_a", () => {
    fc.assert(
      fc.property(pairs, ([ladder, alpha, beta]) => {
        const [forward, back] = [conditionalTable(ladder, alpha, beta), conditionalTable(ladder, beta, alpha)];
        const [p, q] = [priorsOf(ladder, alpha), priorsOf(ladder, beta)];
        expect(p.reduce((sum, mass) => sum + mass, 0)).toBeCloseTo(1, 13);
        for (const row of forward) expect(row.reduce((sum, entry) => sum + entry, 0)).toBeCloseTo(1, 13);
        for (const [a, row] of forward.entries()) {
          for (const [b, entry] of row.entries()) expect(p[a]! * entry).toBeCloseTo(q[b]! * back[b]![a]!, 14);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("have exact zeros and ones where the label of the child is a function of the parent's", () => {
    fc.assert(
      fc.property(ladders(["lossless", "faithful"]), (ladder) => {
        for (const parent of ladder.regions) {
          for (const id of parent.children) {
            const child = ladder.regions.find((region) => region.id === id)!;
            for (const entry of conditionalTable(ladder, parent, child).flat()) expect([0, 1]).toContain(entry);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("conditional means", () => {
  it("and covariances are what brute force gives", () => {
    fc.assert(
      fc.property(pairs, ([ladder, alpha]) => {
        const h = ladder.weights.map((_, atom) => Math.sin(3 * atom));
        const k = ladder.weights.map((_, atom) => Math.cos(atom));
        const means = conditionalMeans(ladder, h, byContent(alpha));
        const covariances = conditionalCovariances(ladder, h, k, byEvent(alpha));
        for (const [at, mean] of means.entries()) {
          const shown = alpha.contents[at]!.join(",");
          expect(mean).toBeCloseTo(
            meanWhere(
              ladder,
              (i) => h[i]!,
              (i) => contentText(alpha, i) === shown,
            ),
            13,
          );
        }
        for (const [a, covariance] of covariances.entries()) {
          const given = (i: number) => label(alpha, i) === alpha.events[a];
          const product = meanWhere(ladder, (i) => h[i]! * k[i]!, given);
          const wanted = product - meanWhere(ladder, (i) => h[i]!, given) * meanWhere(ladder, (i) => k[i]!, given);
          expect(covariance).toBeCloseTo(wanted, 13);
        }
        expect(meanOf(ladder, h)).toBeCloseTo(
          meanWhere(
            ladder,
            (i) => h[i]!,
            () => true,
          ),
          13,
        );
      }),
      { numRuns: 60 },
    );
  });

  it("refuse a list that does not fit", () => {
    const ladder = ladderFromAtoms([[0], [1]], [0.5, 0.5], [{ id: "x", pixels: [0], labels: "content" }]);
    expect(() => conditionalMeans(ladder, [1], byEvent(ladder.regions[0]!))).toThrow(/1 numbers.*2 atoms/);
    const other = ladderFromAtoms([[0]], [1], [{ id: "y", pixels: [0], labels: "content" }]).regions[0]!;
    expect(() => conditionalMeans(ladder, [1, 2], byEvent(other))).toThrow(/1 groups.*2 atoms.*same ladder/);
    expect(() => conditionalTable(ladder, ladder.regions[0]!, other)).toThrow(/same ladder/);
  });
});

it("groups by both list the pairs that occur", () => {
  fc.assert(
    fc.property(pairs, ([ladder, alpha, beta]) => {
      const both = byBoth(byEvent(alpha), byEvent(beta));
      for (let atom = 0; atom < ladder.weights.length; atom++) {
        expect(both.parts[both.of[atom]!]).toEqual([alpha.event[atom], beta.event[atom]]);
      }
      expect(massesOf(ladder, both).every((mass) => mass > 0)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

it("a table between contents of more than 20 million pairs is refused", () => {
  const ladder = ladderFromAtoms([[0]], [1], [{ id: "x", pixels: [0], labels: "content" }]);
  const large = { of: [0], count: 1e4 };
  expect(() => tableBetween(ladder, large, large)).toThrow(/at most 20000000 entries/);
});

it("G~ has the priors", () => {
  expect(
    weighedByPriors(
      [0.25, 0.75],
      [
        [4, 8],
        [4, 8],
      ],
    ),
  ).toEqual([
    [1, 2],
    [3, 6],
  ]);
});
