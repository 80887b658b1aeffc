import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  coupling,
  independentCoupling,
  maximalCoupling,
  mismatch,
  totalVariation,
  transportMap,
} from "../../../../src/grouping.js";
import { lawOfSize, ROUNDING, states } from "./arbitraries.js";

const twoLaws = states.chain((size) => fc.tuple(lawOfSize(size), lawOfSize(size)));

describe("couplings", () => {
  it("have the marginals that they say, and differ at least by the total variation", () => {
    fc.assert(
      fc.property(twoLaws, ([p, q]) => {
        for (const each of [independentCoupling(p, q), maximalCoupling(p, q)]) {
          expect(() => coupling(p, q, each.joint)).not.toThrow();
          expect(mismatch(each)).toBeGreaterThanOrEqual(totalVariation(p, q) - ROUNDING);
        }
        expect(Math.abs(mismatch(maximalCoupling(p, q)) - totalVariation(p, q))).toBeLessThan(ROUNDING);
      }),
    );
  });

  it("that are maximal between equal laws never differ, between laws apart always", () => {
    expect(mismatch(maximalCoupling([0.25, 0.75], [0.25, 0.75]))).toBe(0);
    expect(mismatch(maximalCoupling([1, 0], [0, 1]))).toBe(1);
    expect(totalVariation([1], [1])).toBe(0);
  });

  it("of 1/3 and 2/3 with a fair coin are not deterministic; a permutation is", () => {
    expect(transportMap(maximalCoupling([1 / 3, 2 / 3], [0.5, 0.5]))).toBeNull();
    const turned = coupling(
      [0.25, 0.75, 0],
      [0.75, 0.25, 0],
      [
        [0, 0.25, 0],
        [0.75, 0, 0],
        [0, 0, 0],
      ],
    );
    expect(transportMap(turned)).toEqual([1, 0, 0]);
  });
});
