import { describe, expect, it } from "vitest";
import { kinds } from "../../../../src/web/views/ladders/ladderSource.js";
import { laddersTask } from "../../../../src/web/views/ladders/laddersTask.js";
import { labelsMean, small, typed } from "./support.js";

const ROUNDING = 1e-12;

describe("laddersTask", () => {
  it("has the tables that were typed, and those that follow from them", () => {
    const look = laddersTask(typed("left"));
    expect(look.regions.map(({ id }) => id).sort()).toEqual(["image", "left", "right"]);
    const left = look.families.find(({ child }) => child === "left")!;
    [
      [0.9, 0.1],
      [0.2, 0.8],
    ].forEach((row, a) => {
      row.forEach((p, b) => {
        expect(left.table[a]![b]).toBeCloseTo(p, 14);
      });
    });
    // P(z_left) = 0.4 (0.9, 0.1) + 0.6 (0.2, 0.8)
    expect(look.regions.find(({ id }) => id === "left")!.priors[0]).toBeCloseTo(0.48, 14);
    expect(look.contents.names).toEqual(["0", "1", "2"]);
    expect(look.contents.table[1]![2]).toBeCloseTo(0.6, 14);
    expect(look.contents.table[0]![2]).toBe(0);
  });

  it("has priors and tables whose rows sum to 1, and priors that follow from those above, for every kind of labels", () => {
    for (const kind of kinds) {
      const { regions, families, contents } = laddersTask(small({ class: kind }));
      for (const row of [
        ...regions.map(({ priors }) => priors),
        ...families.flatMap(({ table }) => table),
        ...contents.table,
      ]) {
        expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      }
      for (const { parent, child, table } of families) {
        const priors = (id: string) => regions.find((region) => region.id === id)!.priors;
        expect(Math.abs(labelsMean(priors(parent), table) - 1)).toBeLessThan(ROUNDING);
        priors(child).forEach((p, b) => {
          expect(priors(parent).reduce((sum, q, a) => sum + q * table[a]![b]!, 0)).toBeCloseTo(p, 12);
        });
      }
    }
  });

  it("agrees in its two ways that always agree, and where the three conditions hold also in the others", () => {
    for (const kind of kinds) {
      for (const signs of ["any", "positive"] as const) {
        for (const seed of [1, 2, 3]) {
          const { ways, conditions, marginal, normalised } = laddersTask({
            ...small({ class: kind, seed }),
            signs,
            region: "1.0",
          });
          const [activations, gradients, forward, backward] = ways.map(
            ({ difference, size }) => difference / (1 + size),
          );
          expect(forward).toBeLessThan(ROUNDING);
          expect(backward).toBeLessThan(ROUNDING);
          const all = conditions.focus && conditions.broadness && conditions.decorrelation;
          if (all) expect(Math.max(activations!, gradients!)).toBeLessThan(1e-9);
          if (kind === "faithful" && signs === "positive") expect(all).toBe(true);
          marginal!.enumerated.forEach((value, k) => {
            expect(marginal!.recursed[k]).toBeCloseTo(value, 12);
          });
          normalised.result?.byLabels.forEach((value, a) => {
            expect(Math.abs(value - normalised.result!.enumerated[a]!)).toBeLessThan(1e-10);
          });
        }
      }
    }
  });

  it("shows that labels are not enough where the conditions fail", () => {
    const { ways, conditions } = laddersTask(small({ class: "deterministic" }));
    expect(conditions.broadness).toBe(false);
    expect(ways[0]!.difference).toBeGreaterThan(0.01);
  });

  it("takes mean and slope out of a gradient at a node that varies, and nothing where there is none", () => {
    const { normalised } = laddersTask({ ...small(), signs: "positive", region: "1.0" });
    const { before, after } = normalised.result!.parts;
    expect(Math.abs(before.mean) + Math.abs(before.along)).toBeGreaterThan(0.01);
    expect(Math.abs(after.mean) + Math.abs(after.along)).toBeLessThan(ROUNDING);
    // one label, one content: every node is constant
    const constant = laddersTask(typed("a", "a: 1\nx of a: 1")).normalised;
    expect(constant.result).toBeNull();
    expect(constant.problem).toContain("Batch norm divides 0 by 0");
  });

  it("looks at the top where the region is unknown, and has no recursion there", () => {
    const look = laddersTask({ ...small(), region: "nowhere", node: 3 });
    expect(look.chosen).toBe("top");
    expect(look.marginal).toBeNull();
    // the last of two nodes
    expect(look.normalised.node).toBe("top#1");
  });
});
