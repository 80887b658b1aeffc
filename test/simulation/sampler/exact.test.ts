import { describe, expect, it } from "vitest";
import type { Kernels } from "../../../src/simulation/kernels/kernels.js";
import { wasmBackend as backend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../../src/simulation/network.js";
import type { Sample } from "../../../src/simulation/sample.js";
import type { TransposeLaw } from "../../../src/simulation/sampler/conditionalTranspose.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { naiveSampler } from "../../../src/simulation/sampler/naive.js";
import type { OpenSampler } from "../../../src/simulation/sampler/sampler.js";
import { applyInverse } from "../../../src/simulation/semidefiniteCholesky.js";
import { compare, drawSamples, smallest, TESTS_A_SETTING } from "./comparison.js";
import { settings } from "./settings.js";
import { singlePrecision } from "./singlePrecision.js";

// One false alarm in 10^4 changes of seed, over all settings and tests. The seeds are fixed.
const ALPHA = 1e-4 / (Object.keys(settings).length * TESTS_A_SETTING);
// Welch's test at that alpha (z = 5.2) sees with probability 0.99 (z = 2.3) a mean that is off by 7.5 sqrt(1/800 +
// 1/2000) = 0.31 standard deviations.
const NAIVE = 800;
const EXACT = 2000;

const drawn = new Map<string, Promise<Sample[]>>();
const naive = (name: string) => {
  const known = drawn.get(name) ?? drawSamples(validNetwork(settings[name]!), naiveSampler, backend, 11, NAIVE);
  drawn.set(name, known);
  return known;
};

const worst = async (name: string, open: OpenSampler, on = backend, count = EXACT) => {
  const network = validNetwork(settings[name]!);
  return smallest(compare(network, await drawSamples(network, open, on, 7, count), await naive(name)));
};

const singular = ["identity, B = 12 > N = 8", "relu, residual, N = 8, B = 9"];

describe("the exact sampler", () => {
  it.each(Object.keys(settings))("has the law of drawn weights: %s", async (name) => {
    const [test, pValue] = await worst(name, exactSampler);
    expect(pValue, test).toBeGreaterThan(ALPHA);
  });

  // rounding leaves 1e-7 of a pivot that is 0
  it.each(singular)("has it in single precision, with singular Gram matrices: %s", async (name) => {
    const [test, pValue] = await worst(name, exactSampler, singlePrecision, NAIVE);
    expect(pValue, test).toBeGreaterThan(ALPHA);
  });
});

/** A wrong way down, otherwise the exact sampler. */
const withLaw =
  (law: TransposeLaw): OpenSampler =>
  (network, backendUsed, recording) =>
    exactSampler(network, backendUsed, recording, law);

/** Y in full where its projection should go: Y + X K^- A^T D / N. */
const withoutProjection = withLaw(async (kernels: Kernels, { x, gram, cross }, y) => {
  await kernels.addXM(y, x, applyInverse(gram, cross));
});

/** W^T replaced by an independent copy: Y. */
const freshTranspose = withLaw(async () => {});

// Both move the mean of the log growth, by more than that in these settings.
const controls = [
  "tanh, N = 16, B = 8",
  "identity, B = 12 > N = 8",
  "tanh, two batches",
  "relu, not centred",
  "relu, residual, N = 8, B = 9",
];

describe("the comparison rejects a sampler that", () => {
  it.each(controls)("drops the projection: %s", async (name) => {
    const [test, pValue] = await worst(name, withoutProjection, backend, NAIVE);
    expect(pValue, test).toBeLessThan(ALPHA);
  });

  it.each(controls)("draws W^T afresh: %s", async (name) => {
    const [test, pValue] = await worst(name, freshTranspose, backend, NAIVE);
    expect(pValue, test).toBeLessThan(ALPHA);
  });
});
