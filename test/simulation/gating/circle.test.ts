import { describe, expect, it } from "vitest";
import { circle, circleSettings } from "../../../src/simulation/gating/circle.js";
import { mean, outcome, standardError } from "./circleOutcome.js";

const early = { epochs: 3, checkpoints: [3] };

describe("the circle", () => {
  it("has slow halves and fast halves, half of the points each, with mean square one half", () => {
    const { inputs, targets } = circle({ points: 8, frequencies: "slow on top" });
    expect([...inputs.subarray(0, 2)]).toEqual([
      Math.fround(Math.cos(Math.PI / 8)),
      Math.fround(Math.sin(Math.PI / 8)),
    ]);
    expect(targets[0]).toBeCloseTo(Math.sin(Math.PI / 4), 6);
    const { targets: many, inputs: points } = circle();
    for (let k = 0; k < 400; k++) expect(points[2 * k + 1]! > 0).toBe(k < 200);
    const turns = (values: Float32Array) => values.filter((y, k) => k > 0 && y * values[k - 1]! < 0).length;
    expect([turns(many.subarray(0, 200)), turns(many.subarray(200))]).toEqual([1, 7]);
    expect(mean([...many].map((y) => y * y))).toBeCloseTo(0.5, 6);
    expect(circle({ frequencies: "swapped" }).targets[0]).toBeCloseTo(Math.sin((8 * Math.PI) / 400), 6);
    expect(turns(circle({ frequencies: "equal" }).targets)).toBe(15);
  });

  it.each(["relu", "dlgn", "dlgn-pwc"] as const)(
    "three epochs of %s open more paths where the target is slow, wherever that is, and nowhere where both halves are alike",
    async (model) => {
      const settings = circleSettings(model, early);
      for (const [frequencies, sign] of [
        ["slow on top", 1],
        ["swapped", -1],
      ] as const) {
        const { ratios } = await outcome(settings, frequencies);
        // a Gaussian mean of no effect is beyond four standard errors once in 15000
        expect(sign * mean(ratios)).toBeGreaterThan(4 * standardError(ratios));
      }
      const { ratios } = await outcome(settings, "equal");
      expect(Math.abs(mean(ratios))).toBeLessThan(4 * standardError(ratios));
    },
  );

  it("is learned by the single-precision kernels as by the oracle, seed by seed, for thirty steps", async () => {
    const settings = circleSettings("dlgn", early);
    const [single, double] = [
      await outcome(settings, "slow on top", { seeds: 3 }),
      await outcome(settings, "slow on top", { seeds: 3, kernels: "plain" }),
    ];
    for (const [k, loss] of single.losses.entries()) expect(Math.abs(loss / double.losses[k]! - 1)).toBeLessThan(1e-4);
  });

  it("is learned faster with steep gates than with flat ones, and slowest with flat ones that stay", async () => {
    const longer = { epochs: 20, checkpoints: [20] };
    const [steep, flat, fixed] = [
      await outcome(circleSettings("dlgn", { ...early, beta: 30 })),
      await outcome(circleSettings("dlgn", early)),
      await outcome(circleSettings("dlgn", { ...longer, fixed: true })),
    ];
    const above = (one: readonly number[], other: readonly number[]) => {
      const differences = one.map((loss, k) => loss - other[k]!);
      return mean(differences) / standardError(differences);
    };
    expect(above(flat.losses, steep.losses)).toBeGreaterThan(4);
    // after twenty epochs, not three
    expect(above(fixed.losses, steep.losses)).toBeGreaterThan(4);
    const free = await outcome(circleSettings("dlgn", longer));
    expect(above(fixed.losses, free.losses)).toBeGreaterThan(4);
    expect(mean(free.losses)).toBeLessThan(0.1);
  });
});
