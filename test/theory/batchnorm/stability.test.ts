import { describe, expect, it } from "vitest";
import { batchNorm, kernel } from "../../../src/index.js";

const verdict = (activation: string, batch: number) => batchNorm({ activation, batch }).stability.verdict;

describe("where BSB1 attracts", () => {
  const thresholds: readonly (readonly [string, number])[] = [
    ["silu", 26],
    ["gelu", 39],
    ["x*sigmoid(1.702*x)", 41],
    ["softplus", 43],
    ["mish", 2178],
    ["exp", 7],
    ["x^2", 8],
    ["x^3", 6],
    ["x + x^3", 6],
    ["cos", 13],
    ["relu(x)^2", 7],
  ];

  it.each(thresholds)("%s: the first unstable batch is %d", (text, first) => {
    expect(verdict(text, first - 1)).toBe("stable");
    expect(verdict(text, first)).toBe("unstable");
    expect(batchNorm({ activation: text, batch: first }).notes.join(" ")).toContain("BSB1 is unstable here");
    expect(batchNorm({ activation: text, batch: first - 1 }).notes).toEqual([]);
  });

  const stable = [
    "relu",
    "leaky_relu(0.2)",
    "tanh",
    "erf",
    "sigmoid",
    "elu(1)",
    "selu",
    "sin",
    "abs",
    "hardtanh",
    "step",
  ];

  it.each(stable)("%s is stable at every batch size looked at", (text) => {
    for (const batch of [4, 5, 6, 8, 13, 32, 100, 777, 4096])
      expect(verdict(text, batch), `B = ${batch}`).toBe("stable");
  });

  it("forwardMax is the largest forward eigenvalue", () => {
    const { forward, stability } = batchNorm({ activation: "gelu", batch: 64 });
    expect(stability.forwardMax).toEqual(forward.L);
    expect(forward.L!.value).toBeGreaterThan(Math.max(forward.M!.value, forward.G.value));
  });
});

describe("counterexamples to the paper's orderings", () => {
  const close = (found: number, want: number) => expect(Math.abs(found - want)).toBeLessThanOrEqual(6e-14);

  it("B.70, L > M > G: abs at B = 6 has forward M below G = 0", () => {
    const { forward } = batchNorm({ activation: "abs", batch: 6 });
    close(forward.M!.value, -0.3133892566867);
    expect(forward.G.value).toBe(0);
  });

  it("B.70: sign(x) |x|^0.8 at B = 8 has forward L below M", () => {
    const { forward } = batchNorm({ activation: "sign(x)*abs(x)^0.8", batch: 8 });
    close(forward.L!.value, 0.6734233079889);
    close(forward.M!.value, 0.8069864117359);
  });

  it("C.12, backward L >= M: fails for 0.7 x_+^1.3 - 0.4 x_-^1.3 at B = 6", () => {
    const { backward } = batchNorm({ activation: "0.7*relu(x)^1.3 - 0.4*relu(-x)^1.3", batch: 6 });
    close(backward.L!.value, 1.0831093719558);
    close(backward.M!.value, 1.0864672554433);
    expect(backward.G.value).toBeGreaterThan(backward.M!.value);
  });
});

describe("collapse: epsilon swallows the signal", () => {
  it.each([
    { activation: "tanh", weightVariance: 1, beta: 0, slope: 1 },
    { activation: "tanh", weightVariance: 2, beta: 0, slope: 1 },
    { activation: "tanh", weightVariance: 1, beta: 0.3, slope: 1 - Math.tanh(0.3) ** 2 },
    { activation: "sigmoid", weightVariance: 1, beta: 0, slope: 0.25 },
  ])("$activation, beta $beta, w $weightVariance: for eps > w psi'(0)^2 every eigenvalue is w psi'(0)^2/eps", (row) => {
    const { slope, ...network } = row;
    const threshold = row.weightVariance * slope ** 2;
    for (const batch of [8, 64, Infinity]) {
      const epsilon = 1.25 * threshold;
      const { stability, forward, backward, fixedPoint, notes } = batchNorm({ ...network, batch, epsilon });
      expect(stability.verdict).toBe("collapsed");
      expect(notes.join(" ")).toContain("Epsilon swallows the signal");
      expect(fixedPoint.mu.value).toBe(0);
      expect(fixedPoint.c.value).toBe(1);
      for (const { G, L, M } of [forward, backward]) {
        for (const eigenvalue of [G, L!, M!]) {
          expect(Math.abs(eigenvalue.value - 0.8)).toBeLessThanOrEqual(eigenvalue.error);
        }
      }
    }
  });

  it("below the threshold the batch stays apart", () => {
    for (const batch of [8, 64, Infinity]) {
      const { stability, fixedPoint } = batchNorm({ activation: "tanh", batch, epsilon: 0.9 });
      expect(stability.verdict).toBe("stable");
      expect(fixedPoint.mu.value).toBeGreaterThan(0);
    }
  });

  it.each([8, 64])(
    "relu collapses for eps > w (B-1)/(2B) (1 - J_1(-1/(B-1))), with a rate still above 1: B = %d",
    (batch) => {
      for (const weightVariance of [1, 2]) {
        const threshold = ((weightVariance * (batch - 1)) / (2 * batch)) * (1 - kernel(1, -1 / (batch - 1)).J.value);
        const above = batchNorm({ activation: "relu", batch, weightVariance, epsilon: 1.001 * threshold });
        expect(above.stability.verdict).toBe("collapsed");
        expect(above.forward.G.value).toBeCloseTo(1 / 1.001, 12);
        expect(above.rate.value).toBeGreaterThan(1);
        const below = batchNorm({ activation: "relu", batch, weightVariance, epsilon: 0.98 * threshold });
        expect(below.stability.verdict).not.toBe("collapsed");
        expect(below.fixedPoint.mu.value).toBeGreaterThan(0);
      }
    },
  );
});

describe("degenerate batches and activations", () => {
  it("B = 2: the gradient is exactly zero", () => {
    const network = batchNorm({ activation: "tanh", batch: 2 });
    expect(network.rate).toMatchObject({ value: 0, error: 0, converged: true });
    expect(network.forward).toMatchObject({ L: null, M: null });
    expect(network.backward).toMatchObject({ L: null, M: null });
    expect(network.fixedPoint.c.value).toBeCloseTo(-1, 14);
    expect(network.notes.join(" ")).toContain("exactly zero");
  });

  it("B = 3: the fixed point exists, the expected squared gradient diverges", () => {
    for (const text of ["tanh", "relu", "x"]) {
      const { rate, fixedPoint, forward, notes } = batchNorm({ activation: text, batch: 3 });
      expect(rate.value).toBe(Infinity);
      expect(fixedPoint.mu.value).toBeGreaterThan(0);
      expect(forward.L!.value).toBeLessThan(1);
      expect(forward.M).toBeNull();
      expect(notes.join(" ")).toContain("diverges");
    }
  });

  it.each([
    ["5", 64],
    ["5", Infinity],
    ["relu(x-100)", 64],
    ["relu(x-100)", 1e6],
    ["relu(x-100)", Infinity],
  ] as const)("%s at B = %d is constant: gradients are exactly zero", (text, batch) => {
    const { rate, stability, fixedPoint, notes } = batchNorm({ activation: text, batch });
    expect(rate).toMatchObject({ value: 0, error: 0 });
    expect(stability.verdict).toBe("collapsed");
    expect(fixedPoint.mu.value).toBe(0);
    expect(fixedPoint.c.value).toBe(1);
    expect(notes.join(" ")).toContain("constant");
  });

  it("a nearly constant activation says what it does not know", () => {
    for (const size of [1e-3, 1e-6, 1e-9, 1e-12]) {
      for (const batch of [8, 64, Infinity]) {
        const pure = batchNorm({ activation: "tanh", batch }).rate;
        const shifted = batchNorm({ activation: `1 + ${size}*tanh(x)`, batch }).rate;
        expect(Math.abs(shifted.value - pure.value), `${size} at ${batch}`).toBeLessThanOrEqual(
          shifted.error + pure.error,
        );
        expect(shifted.converged).toBe(shifted.error <= 1e-10 * Math.max(1, shifted.value));
      }
    }
  });

  it.each(["step", "sign", "step(x-0.5) + x"])("%s jumps: the rate is infinite, the forward side finite", (text) => {
    for (const batch of [4, 16, 1e6, Infinity]) {
      const { rate, forward, crossBatch, depthScale, trainableDepth, notes } = batchNorm({ activation: text, batch });
      expect(rate.value).toBe(Infinity);
      expect(forward.L!.value).toBeLessThan(1);
      expect(forward.L!.converged).toBe(true);
      expect(crossBatch.eigenvalue.value).toBeGreaterThan(0);
      expect([depthScale.value, trainableDepth]).toEqual([0, 0]);
      expect(notes.join(" ")).toContain("diverges");
    }
  });
});
