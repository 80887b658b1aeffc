import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../src/errors.js";
import { type NetworkOptions, validNetwork } from "../../src/simulation/network.js";
import { relu } from "./activations.js";

const network: NetworkOptions = { activation: relu, batch: 4, width: 10, depth: 6 };

describe("validNetwork", () => {
  it("fills in the defaults and freezes", () => {
    const valid = validNetwork(network);
    expect(valid).toMatchObject({ batches: 1, epsilon: 0, gamma: 1, beta: 0, weightVariance: 1, centred: true });
    expect(valid).toMatchObject({ residual: false });
    expect(valid.input).toEqual([0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0))));
    expect(Object.isFrozen(valid) && Object.isFrozen(valid.input[0])).toBe(true);
  });

  const square = (entry: (i: number, j: number) => number) =>
    [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => entry(i, j)));
  it.each([
    ["batch", { batch: 1 }],
    ["batch", { batch: 2.5 }],
    ["batches", { batches: 0 }],
    ["batches", { batch: 4096, batches: 2 }],
    ["width", { width: 0 }],
    ["width", { width: 1e6 + 1 }],
    ["depth", { depth: 0 }],
    ["depth", { depth: 10_001 }],
    ["width x batch x batches x (depth + 1)", { width: 1e6, depth: 100 }],
    ["(batch x batches)^2 x (batch x batches + width) x (depth + 1)", { batch: 4096 }],
    ["(batch x batches)^2 x (batch x batches + width) x (depth + 1)", { batch: 512, batches: 2, depth: 20 }],
    ["epsilon", { epsilon: -1 }],
    ["epsilon", { epsilon: Number.NaN }],
    ["gamma", { gamma: 0 }],
    ["beta", { beta: Number.POSITIVE_INFINITY }],
    ["weightVariance", { weightVariance: 0 }],
    ["input", { input: [[1]] }],
    ["input", { input: square((i, j) => (i === j ? 1 : 0.5 + (i < j ? 0.1 : 0))) }],
    ["input", { input: square((i, j) => (i === j ? 1 : -0.5)) }],
    ["topGradient", { topGradient: square(() => Number.NaN) }],
    ["topGradient", { topGradient: square((i, j) => (i === j ? 0 : 1)) }],
  ])("refuses %s outside its domain: %o", (parameter, options) => {
    expect(() => validNetwork({ ...network, ...options })).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ code: "domain", parameter }) }),
    );
  });

  it("says which size is too large, once", () => {
    const message = (options: Partial<NetworkOptions>) => {
      try {
        validNetwork({ ...network, ...options });
      } catch (error) {
        return isTheoryError(error)
          ? `${error.message} Possible: ${error.details.domain}. ${error.details.remedy}`
          : "";
      }
      return "";
    };
    expect(message({ width: 1e6, depth: 100 })).toBe(
      "A network of width 1000000, depth 100, 1 x 4 samples is too large: width x batch x batches x (depth + 1) = " +
        "404000000. Possible: at most 2^27 = 134217728. Make the width smaller: growth per layer needs no more.",
    );
    expect(message({ batch: 4096 })).toMatch(
      /takes too long: .* = \d+\. Possible: at most 2\^33 = .* Use fewer samples/,
    );
  });

  it("takes singular covariances, and variances of any size", () => {
    expect(() => validNetwork({ ...network, topGradient: square(() => 2) })).not.toThrow();
    expect(() => validNetwork({ ...network, input: square((i, j) => (i === j ? 10 ** (-8 * i) : 0)) })).not.toThrow();
    expect(() => validNetwork({ ...network, topGradient: square(() => 0) })).not.toThrow();
  });
});
