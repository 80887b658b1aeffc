import { describe, expect, it } from "vitest";
import { theorems } from "../../src/theorems/index.js";
import type { Computed } from "../../src/theorems/theorem.js";
import { examine } from "../../src/verification/examine.js";
import { usualPoint } from "../../src/verification/points/usualPoint.js";
import { twoSides } from "../../src/verification/twoSides.js";
import { notApplicable, product } from "./toys.js";

const estimate = (value: number, error: number, converged = true) => ({
  ...{ value, error, converged, method: "toy", evals: 1 },
});

const sides = (left: () => Computed, right: () => Computed, limit = 0, relation?: "LessEqual" | "Less") =>
  twoSides(
    {
      left: { name: "left", evaluate: left },
      right: { name: "right", evaluate: right },
      tolerance: { unit: "abs", limit, why: "a toy" },
      ...(relation === undefined ? {} : { relation }),
    },
    {},
  );

describe("two sides at a point", () => {
  it("come to what the checks say, at usual points of many theorems", async () => {
    let compared = 0;
    for (const theorem of theorems.filter((_, k) => k % 8 === 0)) {
      const point = usualPoint(theorem)!;
      for (const check of theorem.checks) {
        if (check.kind !== "routes") continue;
        const [own, known] = [await twoSides(check, point), examine(check, point)];
        if (known.outcome === "skip") {
          expect(["skip", "close", "unconverged"], theorem.id).toContain(own.outcome);
          continue;
        }
        compared += 1;
        expect(own.outcome, theorem.id).toBe(known.outcome);
        if (own.ratio === null || own.ratio < 0 || own.values.length === 0 || check.relation === "Less") continue;
        const { difference, allowed } = own.values[own.worst]!;
        // the ratio of the checks, from the numbers that the reader sees
        if (allowed > 0) expect(Math.abs(difference) / allowed, theorem.id).toBeCloseTo(own.ratio, 9);
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  it("have their differences and what is allowed, entry by entry", async () => {
    const found = await sides(
      () => [1, estimate(2, 0.25)],
      () => [1, 2.5],
      0.05,
    );
    expect(found).toMatchObject({ outcome: "differ", worst: 1, says: "" });
    expect(found.values.map(({ difference, allowed }) => [difference, allowed])).toEqual([
      [0, 0.05],
      [-0.5, 0.3],
    ]);
    expect(found.ratio).toBeCloseTo(0.5 / 0.3, 12);
  });

  it("agree where both are infinite", async () => {
    const found = await sides(
      () => Infinity,
      () => Infinity,
    );
    expect(found).toMatchObject({ outcome: "agree", ratio: 0 });
    expect(found.values[0]!.difference).toBe(0);
  });

  it("say why there is no comparison", async () => {
    const one = () => 1;
    expect(await sides(notApplicable, one)).toMatchObject({ outcome: "skip", says: "no.", values: [], ratio: null });
    expect(await sides(one, notApplicable)).toMatchObject({ outcome: "skip", says: "no." });
    expect(await sides(() => [1, 2], one)).toMatchObject({
      ...{ outcome: "unevaluable", says: "2 values on the left, 1 on the right", values: [] },
    });
    expect((await sides(() => Number.NaN, one)).outcome).toBe("unevaluable");
    expect((await sides(() => estimate(1, 1, false), one)).outcome).toBe("unconverged");
    expect(
      (
        await sides(
          () => estimate(1, 0.1),
          () => 1.05,
          0,
          "Less",
        )
      ).outcome,
    ).toBe("close");
  });

  it("stop between the ways where the pause says so", async () => {
    let evaluated = 0;
    const check = product((x) => x * x - 1, { left: { name: "counted", evaluate: () => ++evaluated } });
    let pauses = 0;
    const stop = async () => {
      if (++pauses === 2) throw new Error("stopped");
    };
    await expect(twoSides(check as never, { x: 1 }, stop)).rejects.toThrow("stopped");
    expect(evaluated).toBe(1);
  });
});
