import { describe, expect, it } from "vitest";
import { overlaps } from "../../../src/symbolic/precise/ball.js";
import { toDecimalStrings, toNumber } from "../../../src/symbolic/precise/decimal.js";
import { evaluateBall } from "../../../src/symbolic/precise/evaluateBall.js";
import reference from "../../reference/precise.json" with { type: "json" };
import { digitsOf, holds, type Nested, read } from "./support.js";

const groups = Object.entries(reference) as unknown as [string, [Nested, string][]][];

describe("against mpmath", () => {
  it("has cases of every group", () => {
    expect(groups.flatMap(([, cases]) => cases).length).toBeGreaterThanOrEqual(350);
  });

  it.each(groups)("%s: the ball holds the reference and is as small as 60 digits ask", (_, cases) => {
    for (const [nested, value] of cases) {
      const ball = evaluateBall(read(nested), {}, 60);
      const shown = `${JSON.stringify(nested)} = ${value}, got ${JSON.stringify(toDecimalStrings(ball, 70))}`;
      expect(holds(ball, value), shown).toBe(true);
      expect(digitsOf(ball), shown).toBeGreaterThanOrEqual(60);
    }
  });

  it.each(groups.filter(([name]) => name !== "binders"))("%s: 330 digits, beyond the range of doubles", (_, cases) => {
    for (const [nested] of cases) {
      const [low, high] = [60, 330].map((digits) => evaluateBall(read(nested), {}, digits));
      expect(overlaps(low!, high!), JSON.stringify(nested)).toBe(true);
      expect(digitsOf(high!), JSON.stringify(nested)).toBeGreaterThanOrEqual(330);
    }
  });

  it.each(groups.filter(([name]) => name !== "binders"))("%s: the balls of 8, 25 and 60 digits overlap", (_, cases) => {
    for (const [nested] of cases) {
      const [low, middle, high] = [8, 25, 60].map((digits) => evaluateBall(read(nested), {}, digits));
      expect(overlaps(low!, high!), JSON.stringify(nested)).toBe(true);
      expect(overlaps(middle!, high!), JSON.stringify(nested)).toBe(true);
      // a value proved to be below 10^-16 may end the search at 8 digits
      if (Math.abs(toNumber(low!)) > 1e-16) expect(digitsOf(low!), JSON.stringify(nested)).toBeGreaterThanOrEqual(8);
    }
  });
});
