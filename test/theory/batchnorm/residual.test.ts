import { expect, test } from "vitest";
import { batchNorm, isTheoryError, residualLogGrowth } from "../../../src/index.js";

test("the growth between two layers is the product of the factors of the blocks", () => {
  const network = batchNorm({ activation: "relu", batch: 8 });
  const { rate, fixedPoint } = network;
  let [product, variance] = [1, 3];
  for (let layer = 1; layer < 40; layer++) {
    if (layer >= 5) product *= 1 + (rate.value * fixedPoint.mu.value) / variance;
    variance += fixedPoint.mu.value;
  }
  const growth = residualLogGrowth(network, { from: 5, to: 40, inputVariance: 3 });
  expect(Math.abs(Math.exp(growth.value) - product)).toBeLessThan(1e-11 * product);
  expect(growth.error).toBeLessThan(1e-10);
});

test.each([8, 16])("over many blocks of ReLU the exponent of the depth is the rate, B = %i", (batch) => {
  const network = batchNorm({ activation: "relu", batch });
  const l0 = 1 / network.fixedPoint.mu.value;
  const [from, to] = [1e5 / 4, 1e5];
  const { value } = residualLogGrowth(network, { from, to });
  // ln(1 + r/x) = r/x - r^2/(2 x^2) + ...: the sum is r ln of the ratio up to r (1 + r)/(2 from)
  const exponent = value / Math.log((to + l0 - 1) / (from + l0 - 1));
  expect(Math.abs(exponent - network.rate.value)).toBeLessThan(network.rate.value ** 2 / from);
});

test("no block, no growth; what is no pair of layers, and epsilon, are refused", () => {
  const network = batchNorm({ activation: "tanh", batch: 8 });
  expect(residualLogGrowth(network, { from: 3, to: 3 })).toMatchObject({ value: 0, error: 0 });
  const refused = (options: { from: number; to: number; inputVariance?: number }, given = network) => {
    try {
      residualLogGrowth(given, options);
    } catch (error) {
      if (isTheoryError(error)) return error.details.parameter;
      throw error;
    }
    return "";
  };
  expect(refused({ from: 5, to: 3 })).toBe("from, to");
  expect(refused({ from: 0, to: 3 })).toBe("from, to");
  expect(refused({ from: 1, to: 3, inputVariance: 0 })).toBe("inputVariance");
  expect(refused({ from: 1, to: 3 }, batchNorm({ activation: "tanh", batch: 8, epsilon: 0.1 }))).toBe("epsilon");
});

test.each([
  { activation: "relu", batch: 3 },
  { activation: "sign", batch: 8 },
  { activation: "x - x + 1", batch: 8 },
])("no growth is claimed where the rate is infinite or mu is 0: $activation, B = $batch", (network) => {
  expect(() => residualLogGrowth(batchNorm(network), { from: 1, to: 10 })).toThrow(/outside its domain/);
});
