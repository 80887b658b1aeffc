import { describe, expect, it } from "vitest";
import { coarseToFine } from "../../../../src/web/views/rates/coarseToFine.js";

describe("an order from coarse to fine", () => {
  it.each([0, 1, 2, 3, 9, 53])("has each of %i values once", (count) => {
    const values = Array.from({ length: count }, (_, k) => k);
    expect([...coarseToFine(values)].sort((a, b) => a - b)).toEqual(values);
  });

  it("leaves no gap wider than twice the even one", () => {
    const order = coarseToFine(Array.from({ length: 65 }, (_, k) => k));
    for (let known = 2; known <= 65; known++) {
      const sorted = order
        .slice(0, known)
        .slice()
        .sort((a, b) => a - b);
      const widest = Math.max(...sorted.slice(1).map((value, k) => value - sorted[k]!));
      expect(widest, `${known} known`).toBeLessThanOrEqual((2 * 64) / (known - 1));
    }
  });
});
