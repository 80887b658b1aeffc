import { describe, expect, it } from "vitest";
import { type BatchNormOptions, batchNorm, type Estimate, gegenbauerExpansion } from "../../../src/index.js";

/** Activations that once gave a wrong, uncovered or missing number, each checked against a second route or an exact value. */

function expectCovered(one: Estimate, other: Estimate, label: string): void {
  const off = one.value === other.value ? 0 : Math.abs(one.value - other.value);
  expect(off, `${label}: ${one.value} +- ${one.error}, ${other.value} +- ${other.error}`).toBeLessThanOrEqual(
    one.error + other.error,
  );
}

describe("two routes agree where psi is singular, steep or jumps", () => {
  const cases: readonly BatchNormOptions[] = [
    { activation: "x*log(abs(x))", batch: 17 },
    { activation: "exp(-1/x^2)", batch: 17 },
    { activation: "abs(x)^1.01 + 0.1*x", batch: 17 },
    { activation: "x^2*log(abs(x))", batch: 17 },
    { activation: "step(x-0.5) + x", batch: 16 },
    { activation: "hardtanh(0.5*x + 0.4)", batch: 16 },
    { activation: "sign", gamma: 1e6, beta: 10, epsilon: 2, batch: Infinity },
    { activation: (x) => Math.floor(3 * x), batch: 5 },
    { activation: "sigmoid(100*x - 3)", batch: 4 },
  ];

  it.each(cases)("$activation at B = $batch", (network) => {
    const [one, other] = (["gegenbauer", "quadrature"] as const).map((method) => batchNorm(network, { method }));
    for (const key of ["q", "c", "mu"] as const) expectCovered(one.fixedPoint[key], other.fixedPoint[key], key);
    expectCovered(one.forward.L!, other.forward.L!, "forward L");
    expectCovered(one.rate, other.rate, "rate");
    const auto = batchNorm(network);
    expect(auto.fixedPoint.mu.converged).toBe(true);
    expect(Number.isNaN(auto.rate.value)).toBe(false);
  });
});

describe("numbers at the edge of doubles", () => {
  it.each(["1e-300*relu(x)", "1e300*relu(x)", "1e150*relu(x)"])("%s has the rate of relu", (text) => {
    const { rate } = batchNorm({ activation: text, batch: 8 });
    expectCovered(rate, batchNorm({ activation: "relu", batch: 8 }).rate, text);
    expect(rate.converged).toBe(true);
  });

  it("a mu that underflows is no collapse", () => {
    const { rate, stability, notes } = batchNorm({ activation: "1e-200*x", batch: 8 });
    expectCovered(rate, batchNorm({ activation: "x", batch: 8 }).rate, "1e-200*x");
    expect(stability.verdict).toBe("stable");
    expect(notes).toEqual([]);
  });

  it.each([
    { activation: "x^400", batch: 8 },
    { activation: "x^400", batch: 8, epsilon: 0.1 },
    { activation: "exp(100*x)", batch: 8, epsilon: 0.1 },
  ])("$activation overflows: nothing is claimed", (network) => {
    for (const method of ["gegenbauer", "quadrature"] as const) {
      const { rate, stability, fixedPoint } = batchNorm(network, { method });
      expect(rate.error).toBe(Infinity);
      expect(rate.converged).toBe(false);
      expect(fixedPoint.mu.converged).toBe(false);
      expect(stability.verdict).toBe("marginal");
    }
  });

  it("high powers: the closed form's error covers its cancellation", () => {
    for (const text of ["x^63", "abs(x)^40"]) {
      const one = batchNorm({ activation: text, batch: 8 }).backward;
      const other = batchNorm({ activation: text, batch: 8 }, { method: "gegenbauer" }).backward;
      expectCovered(one.G, other.G, text);
      expectCovered(one.L!, other.L!, text);
    }
  });
});

it("a kink whose branches differ by rounding is no jump", () => {
  for (const text of ["hardtanh(0.5*x + 0.4)", "relu6(0.7*x + 0.1)", "max(0.3*x + 0.1, 0.7*x - 0.2)"]) {
    expect(batchNorm({ activation: text, batch: 16 }).backward.M?.converged, text).toBe(true);
  }
});

describe("what no rule resolves is not claimed", () => {
  it.each(["sigmoid(1e5*(x - 0.3)) + tanh(x)", "exp(-1e5*x^2)", "sigmoid(1e5*x)"])("%s", (text) => {
    const { rate, depthScale } = batchNorm({ activation: text, batch: 64 });
    expect(rate.converged).toBe(false);
    expect(depthScale.converged).toBe(false);
    // no activation has a rate below the identity's (Theorem 9)
    expect(rate.value + rate.error).toBeGreaterThan(62 / 61);
  });

  it("a fixed point too small for the search is unknown, not collapsed", () => {
    const { rate, stability } = batchNorm({
      activation: "relu(x)^0.8",
      batch: 33,
      epsilon: 100,
      weightVariance: 1e-12,
    });
    expect(stability.verdict).not.toBe("collapsed");
    expect(rate).toMatchObject({ error: Infinity, converged: false });
  });
});

it.each([null, {}, [], 42])("%j is refused as an activation", (value) => {
  expect(() => batchNorm({ activation: value as never, batch: 8 })).toThrow("an activation is a text or a function");
});

describe("coefficients of what overflows", () => {
  it.each(["x*x^1000", "1e308*x"])("of %s are known or say that they are not: never NaN", (activation) => {
    const { coefficients } = gegenbauerExpansion({ activation, batch: 8 }, 8);
    for (const { value, error, converged } of coefficients) {
      expect(Number.isFinite(value)).toBe(true);
      expect(Number.isNaN(error)).toBe(false);
      if (error === Infinity) expect(converged).toBe(false);
    }
  });
});
