import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { batchNorm, transition } from "../../../src/index.js";
import { kinked, smooth } from "../../../src/verification/arbitraries/activationTexts.js";

const rate = (activation: string, batch: number, epsilon = 0) => batchNorm({ activation, batch, epsilon }).rate;

describe("an infinite batch", () => {
  /** E phi'^2 / Var phi to the digits that were derived elsewhere. */
  const values: readonly (readonly [string, number])[] = [
    ["relu", Math.PI / (Math.PI - 1)],
    ["leaky_relu(0.01)", 1.4533707611],
    ["leaky_relu(0.2)", 1.2436001335],
    ["tanh", 1.1778072323],
    ["erf", 1.2257000038],
    ["sigmoid", 1.03359239],
    ["gelu", 1.3188449709],
    ["silu", 1.2120811148],
    ["softplus", 1.0805280525],
    ["elu", 1.0790134555],
    ["sin", (1 + Math.exp(-2)) / (1 - Math.exp(-2))],
    ["abs", 1 / (1 - 2 / Math.PI)],
    ["x^2", 2],
    ["identity", 1],
  ];

  it.each(values)("%s: rate E phi'^2 / Var phi", (text, want) => {
    const found = rate(text, Infinity);
    // ten decimals are given
    expect(Math.abs(found.value - want)).toBeLessThanOrEqual(6e-11 + found.error);
    expect(found.converged).toBe(true);
  });

  it("is approached like 1/B", () => {
    fc.assert(
      fc.property(fc.oneof(smooth, kinked), (text) => {
        const limit = rate(text, Infinity);
        const [near, far] = [1e6, 1e8].map((batch) => {
          const found = rate(text, batch);
          return { slope: (found.value - limit.value) * batch, blur: (found.error + limit.error) * batch };
        });
        // the next term of the expansion in 1/B is 1e-6 of the first, with room for its coefficient
        const slack = near.blur + far.blur + 1e-3 * Math.max(1, Math.abs(near.slope));
        expect(Math.abs(near.slope - far.slope), `${text}: ${near.slope}, ${far.slope}`).toBeLessThanOrEqual(slack);
      }),
      { numRuns: 40 },
    );
  });
});

describe("ReLU", () => {
  const table: readonly (readonly [number, number, number, number, number])[] = [
    [4, 3.0840609481, 0.37743522, 0.52581174, 0.68137498],
    [8, 1.7881899767, 0.53861074, 0.74361106, 0.70967723],
    [16, 1.5899504168, 0.63081484, 0.86558373, 0.72217531],
    [64, 1.4930629378, 0.70670273, 0.96506366, 0.73075876],
    [256, 1.4732342631, 0.72670545, 0.99117667, 0.7327999],
    [Infinity, Math.PI / (Math.PI - 1), Math.PI / (2 * (Math.PI - 1)), 1, Math.PI / (2 * (Math.PI - 1))],
  ];

  it.each(table)("B = %d: rate, forward M and L, cross batch", (batch, growth, M, L, cross) => {
    const { rate, forward, crossBatch } = batchNorm({ activation: "relu", batch });
    expect(Math.abs(rate.value - growth)).toBeLessThanOrEqual(6e-11);
    expect(Math.abs(forward.M!.value - M)).toBeLessThanOrEqual(6e-9);
    expect(Math.abs(forward.L!.value - L)).toBeLessThanOrEqual(6e-9);
    expect(Math.abs(crossBatch.eigenvalue.value - cross)).toBeLessThanOrEqual(6e-9);
  });
});

describe("epsilon -> 0", () => {
  const texts = ["tanh", "gelu", "relu", "elu", "x + x^3", "hardtanh"];

  it.each(texts)("is continuous at B = 64: %s", (text) => {
    const zero = rate(text, 64).value;
    const gaps = [1e-4, 1e-6, 1e-8].map((epsilon) => Math.abs(rate(text, 64, epsilon).value - zero));
    // the rate is smooth in epsilon at B = 64, where E S^-4 is finite: the gap is proportional to epsilon
    expect(gaps[0]).toBeLessThanOrEqual(1e-2);
    expect(gaps[1]).toBeLessThanOrEqual(0.011 * gaps[0] + 1e-10);
    expect(gaps[2]).toBeLessThanOrEqual(0.011 * gaps[1] + 1e-10);
  });

  it.each(texts)("an epsilon below rounding changes nothing: %s", (text) => {
    for (const batch of [16, 64, 1e6]) {
      const [one, other] = [rate(text, batch), rate(text, batch, 1e-40)];
      expect(Math.abs(one.value - other.value)).toBeLessThanOrEqual(one.error + other.error);
    }
  });
});

describe("where the alpha-ReLU breaks symmetry", () => {
  const table: readonly (readonly [number, number, number])[] = [
    [5, 3.9044, 4],
    [6, 2.3381, 4],
    [7, 1.8493, 4],
    [8, 1.6193, 4],
    [10, 1.40073, 5],
    [16, 1.19441, 5],
    [32, 1.08193, 5],
    [64, 1.03799, 5],
    [128, 1.01833, 5],
  ];

  it.each(table)("alpha_c(%d) = %d", (batch, want, decimals) => {
    const { alpha } = transition(batch);
    expect(Math.abs(alpha!.value - want)).toBeLessThanOrEqual(0.51 * 10 ** -decimals);
    expect(alpha!.converged).toBe(true);
  });

  it("never breaks at B = 4 or below, and at once for an infinite batch", () => {
    for (const batch of [2, 3, 4]) expect(transition(batch)).toMatchObject({ alpha: null, searched: 100 });
    expect(transition(Infinity).alpha!.value).toBe(1);
  });

  it("tends to 1 + 2.26653/B", () => {
    for (const batch of [1e4, 1e5]) {
      // five decimals are known, and the next term is of order 1/B^2
      expect(Math.abs((transition(batch).alpha!.value - 1) * batch - 2.26653)).toBeLessThanOrEqual(6e-6 + 30 / batch);
    }
  });

  it("is where batchNorm's verdict turns", () => {
    for (const batch of [6, 10, 64]) {
      const alpha = transition(batch).alpha!.value;
      const verdict = (degree: number) => batchNorm({ activation: `relu_power(${degree})`, batch }).stability.verdict;
      expect(verdict(alpha - 1e-6)).toBe("stable");
      expect(verdict(alpha + 1e-6)).toBe("unstable");
    }
  });
});
