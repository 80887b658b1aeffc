import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryMargin, labelGradient, softmax } from "../../../src/theory/ladder/boundary.js";
import { conditionalTable } from "../../../src/theory/ladder/groupBy.js";
import { regionOf } from "../../../src/theory/ladder/ladder.js";
import { spuriousLadder, spuriousUpdates } from "../../../src/theory/ladder/spuriousUpdates.js";

const square = fc.integer({ min: 1, max: 4 }).chain((size) =>
  fc.array(fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

describe("the gradient at the top (Eqn 7)", () => {
  it("has the signs of Eqn 7 exactly where F is positive off the diagonal and below 1 on it", () => {
    fc.assert(
      fc.property(square, (F) => {
        const holds = F.every((row, a) => row.every((value, j) => (a === j ? value < 1 : value > 0)));
        expect(boundaryMargin(labelGradient(F)) > 0).toBe(holds);
      }),
    );
  });

  it("is a probability vector taken from the class: rows of I - softmax sum to 0", () => {
    fc.assert(
      fc.property(square, (logits) => {
        for (const row of labelGradient(softmax(logits))) expect(row.reduce((sum, g) => sum + g, 0)).toBeCloseTo(0, 14);
      }),
    );
    expect(softmax([[1000, 1000]])).toEqual([[0.5, 0.5]]);
  });

  it("refuses matrices that are not square, empty, or not finite", () => {
    expect(() => labelGradient([[1, 2]])).toThrow(/1 x 2/);
    expect(() => boundaryMargin([])).toThrow(/at least one row/);
    expect(() => softmax([[Number.NaN]])).toThrow(/NaN/);
  });
});

describe("the overfitting example (Sec. 5.3)", () => {
  it("has the tables of Eqns 14 and 15", () => {
    const ladder = spuriousLadder({ epsilon: 0.25, prior: 0.25 });
    const [alpha, gamma, omega] = ["alpha", "gamma", "omega"].map((id) => regionOf(ladder, id));
    expect(conditionalTable(ladder, alpha!, omega!)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(conditionalTable(ladder, gamma!, omega!)).toEqual([
      [0.75, 0.25],
      [0.25, 0.75],
    ]);
  });

  it("gives the paper's updates for a balanced spurious factor, and others elsewhere", () => {
    const balanced = spuriousUpdates({ epsilon: 0.25, prior: 0.5 }, [1, 1], [0.5, 2]);
    expect(balanced).toEqual({ priorOfAlpha: 0.5, alpha: 0, gamma: 0.375 });
    const other = spuriousUpdates({ epsilon: 0.25, prior: 0.125 }, [1, 1], [0.5, 2]);
    expect(other.alpha).toBe(-0.375);
    expect(other.gamma).toBe(-0.09375);
  });

  it("is a ladder at the ends of the domain, where events vanish", () => {
    for (const epsilon of [-0.5, 0, 0.5]) {
      for (const prior of [0, 1]) expect(spuriousLadder({ epsilon, prior }).weights.length).toBeGreaterThan(0);
    }
  });

  it.each([
    [{ epsilon: 0.6, prior: 0.5 }, /epsilon = 0\.6/],
    [{ epsilon: Number.NaN, prior: 0.5 }, /epsilon = NaN/],
    [{ epsilon: 0, prior: 2 }, /prior = 2/],
  ] as const)("refuses %j", (example, words) => {
    expect(() => spuriousLadder(example)).toThrow(words);
    expect(() => spuriousUpdates(example, [0, 0], [0, 0])).toThrow(words);
  });

  it("refuses activations that are not finite", () => {
    expect(() => spuriousUpdates({ epsilon: 0, prior: 0.5 }, [0, Number.NaN], [0, 0])).toThrow(/activations = NaN/);
  });
});
