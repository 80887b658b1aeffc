import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import {
  initialNormalisedWeights,
  layerWidths,
  type NormalisedSettings,
  validNormalisedSettings,
} from "../../../src/simulation/normalised/normalisedNetwork.js";
import {
  normalisedForward,
  normalisedGradients,
  softmaxLoss,
} from "../../../src/simulation/normalised/normalisedPass.js";
import { times, timesTransposed, transposedTimes } from "../../../src/simulation/normalised/products.js";
import { normalisedAccuracy, trainNormalised } from "../../../src/simulation/normalised/trainNormalised.js";

const gaussians = (length: number, seed: number) => {
  const stream = new GaussianStream({ seed, sample: 0, draw: 9 });
  return Float64Array.from({ length }, () => stream.next());
};

const settings: NormalisedSettings = {
  inputs: 5,
  width: 7,
  depth: 3,
  outputs: 4,
  epsilon: 1e-3,
  gamma: 1.3,
  beta: 0.2,
};
const inputs = gaussians(6 * 5, 1);
const labels = [0, 1, 2, 3, 1, 0];

describe("products of matrices", () => {
  it("are those of the definition, odd inner sizes among them", () => {
    for (const [rows, inner, columns] of [
      [3, 5, 2],
      [1, 1, 4],
      [4, 6, 3],
    ] as const) {
      const [a, b] = [gaussians(rows * inner, 2), gaussians(inner * columns, 3)];
      const transposed = (m: Float64Array, height: number, width: number) =>
        Float64Array.from({ length: m.length }, (_, k) => m[(k % height) * width + Math.floor(k / height)]!);
      const expected = Array.from({ length: rows * columns }, (_, k) => {
        const [i, j] = [Math.floor(k / columns), k % columns];
        return Array.from({ length: inner }, (_row, l) => a[i * inner + l]! * b[l * columns + j]!).reduce(
          (s, v) => s + v,
          0,
        );
      });
      const found = [
        times(a, b, inner),
        timesTransposed(a, transposed(b, inner, columns), inner),
        transposedTimes(transposed(a, rows, inner), b, inner),
      ];
      for (const product of found) {
        for (const [k, value] of expected.entries()) expect(product[k]).toBeCloseTo(value, 12);
      }
    }
  });
});

describe("a pass through a network with batch norm", () => {
  const weights = initialNormalisedWeights(settings, 4);
  const pass = normalisedForward(settings, weights, inputs);

  it("gives each neuron mean 0 and variance v/(v + epsilon) over the batch, and what relu makes of gamma z + beta", () => {
    for (const [l, z] of pass.normalised.entries()) {
      for (let i = 0; i < 7; i++) {
        const own = [0, 1, 2, 3, 4, 5].map((b) => z[b * 7 + i]!);
        const variance = pass.inverse[l]![i]! ** -2 - 1e-3;
        expect(own.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
        expect(own.reduce((sum, value) => sum + value ** 2, 0) / 6).toBeCloseTo(variance / (variance + 1e-3), 10);
      }
      expect([...pass.activations[l + 1]!]).toEqual([...z].map((value) => Math.max(0, 1.3 * value + 0.2)));
    }
  });

  it("does not change with the scale of a layer's weights where epsilon is 0", () => {
    const plain = { ...settings, epsilon: 0 };
    const scaled = weights.map((matrix, l) => (l === 1 ? matrix.map((value) => 17 * value) : matrix));
    const [a, b] = [weights, scaled].map((each) => normalisedForward(plain, each, inputs).outputs);
    for (const [k, value] of a!.entries()) expect(b![k]).toBeCloseTo(value, 11);
  });

  it("has the gradients of finite differences, through the batch statistics", () => {
    const found = normalisedGradients(settings, weights, pass, labels);
    const lossAt = (moved: readonly Float64Array[]) =>
      softmaxLoss(normalisedForward(settings, moved, inputs).outputs, labels).loss;
    expect(found.loss).toBeCloseTo(lossAt(weights), 14);
    const step = 1e-6;
    for (const [l, matrix] of weights.entries()) {
      for (let at = 0; at < matrix.length; at++) {
        const moved = (by: number) =>
          weights.map((each, k) => (k === l ? each.map((value, i) => (i === at ? value + by : value)) : each));
        const difference = (lossAt(moved(step)) - lossAt(moved(-step))) / (2 * step);
        // central differences: step^2 times a third derivative, and rounding over the step
        expect(Math.abs(found.weights[l]![at]! - difference), `W_${l + 1}[${at}]`).toBeLessThan(1e-7);
      }
    }
  });

  it("has a gradient by the pre-activations that sums to zero over the batch and, without epsilon, is orthogonal to them", () => {
    const plain = { ...settings, epsilon: 0 };
    const own = normalisedForward(plain, weights, inputs);
    const { weights: byWeights, squares } = normalisedGradients(plain, weights, own, labels);
    // W . dLoss/dW = 0 for every neuron: scaling its weights changes nothing
    for (let l = 0; l < 3; l++) {
      const width = layerWidths(plain)[l]!;
      for (let i = 0; i < 7; i++) {
        const along = Array.from(
          { length: width },
          (_, j) => weights[l]![i * width + j]! * byWeights[l]![i * width + j]!,
        );
        expect(along.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 12);
      }
    }
    expect(squares.length).toBe(3);
    expect(squares.every((square) => square > 0)).toBe(true);
  });

  it("counts ties as wrong, and has the cross-entropy of equal outputs", () => {
    const { loss, accuracy } = softmaxLoss(Float64Array.of(1, 1, 0, 3), [0, 1]);
    expect(accuracy).toBe(0.5);
    expect(loss).toBeCloseTo((Math.log(2) + Math.log1p(Math.exp(-3))) / 2, 14);
  });

  it("of a neuron that is constant over the batch is zero and finite without epsilon", () => {
    const flat = Float64Array.from({ length: 30 }, () => 1);
    const own = normalisedForward({ ...settings, epsilon: 0 }, weights, flat);
    expect(own.outputs.every(Number.isFinite)).toBe(true);
    expect(normalisedGradients({ ...settings, epsilon: 0 }, weights, own, labels).squares.every(Number.isFinite)).toBe(
      true,
    );
  });
});

describe("training with batch norm", () => {
  const rows = gaussians(200 * 5, 5);
  const own = Array.from({ length: 200 }, (_, k) => (rows[k * 5]! > 0 ? 1 : 0));
  const data = { inputs: rows, labels: own };
  const small: NormalisedSettings = { ...settings, outputs: 2, gamma: 1, beta: 0 };

  it("learns what is linearly separable, as a function of the seed", async () => {
    const options = { batch: 20, steps: 200, rate: 0.1, seed: 3 };
    const losses: number[] = [];
    const onStep = (_step: number, _weights: unknown, { loss }: { readonly loss: number }) => void losses.push(loss);
    const { weights, steps, diverged } = await trainNormalised(small, data, { ...options, onStep });
    expect([steps, diverged, losses.length]).toEqual([200, false, 200]);
    expect(normalisedAccuracy(small, weights, data, 20)).toBeGreaterThan(0.9);
    expect((await trainNormalised(small, data, options)).weights).toEqual(weights);
    expect((await trainNormalised(small, data, { ...options, seed: 4 })).weights).not.toEqual(weights);
  });

  it("stops when asked, and says where numbers are no longer finite", async () => {
    const signal = { aborted: false };
    const onStep = (step: number) => {
      if (step === 4) signal.aborted = true;
    };
    const stopped = await trainNormalised(small, data, { batch: 20, steps: 50, rate: 0.1, seed: 1, signal, onStep });
    expect([stopped.steps, stopped.diverged]).toEqual([5, false]);
    const wild = await trainNormalised(small, data, { batch: 20, steps: 50, rate: 1e300, seed: 1 });
    expect(wild.diverged).toBe(true);
    expect(wild.steps).toBeLessThan(50);
  });

  it.each([
    [{ batch: 1 }, /batch = 1 is outside/],
    [{ batch: 201 }, /batch = 201/],
    [{ steps: -1 }, /steps = -1/],
    [{ rate: 0 }, /rate = 0/],
  ])("refuses %j", async (changed, says) => {
    const options = { batch: 20, steps: 1, rate: 0.1, seed: 1, ...changed };
    await expect(trainNormalised(small, data, options)).rejects.toThrow(says);
  });

  it.each([
    [{ inputs: 0 }, /inputs = 0/],
    [{ width: 1.5 }, /width = 1.5/],
    [{ depth: 0 }, /depth = 0/],
    [{ outputs: 1 }, /outputs = 1/],
    [{ epsilon: -1 }, /epsilon = -1/],
    [{ gamma: 0 }, /gamma = 0/],
    [{ beta: Number.NaN }, /beta = NaN/],
  ])("refuses networks with %j", (changed, says) => {
    expect(() => validNormalisedSettings({ ...settings, ...changed })).toThrow(says);
  });

  it("refuses rows that are not whole", async () => {
    const options = { batch: 20, steps: 1, rate: 0.1, seed: 1 };
    await expect(trainNormalised(small, { inputs: rows.subarray(1), labels: own }, options)).rejects.toThrow(
      /whole rows/,
    );
  });
});
