import { describe, expect, it } from "vitest";
import type { Elementwise } from "../../../src/simulation/elementwise/program.js";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { type NetworkOptions, validNetwork } from "../../../src/simulation/network.js";
import type { Sample } from "../../../src/simulation/sample.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { naiveSampler } from "../../../src/simulation/sampler/naive.js";
import type { OpenSampler } from "../../../src/simulation/sampler/sampler.js";
import { simulate } from "../../../src/simulation/simulate.js";
import { studentQuantile } from "../../../src/simulation/statistics/studentQuantile.js";
import { abs, identity, relu, tanh } from "../activations.js";

const plainFunction = (text: string, value: (x: number) => number, derivative: (x: number) => number): Elementwise => ({
  text,
  value,
  derivative,
  program: null,
});
const samplers = { exact: exactSampler, naive: naiveSampler };
const names = ["exact", "naive"] as const;
const few: NetworkOptions = { activation: abs, batch: 4, width: 8, depth: 4 };

async function drawn(options: NetworkOptions, open: OpenSampler, count: number, seed = 1270): Promise<Sample[]> {
  const sampler = await open(validNetwork(options), wasmBackend);
  const samples: Sample[] = [];
  for (let index = 0; index < count; index++) samples.push(await sampler.sample(seed, index));
  sampler.close();
  return samples;
}

describe("a network whose batch becomes one point", () => {
  it("is an outcome, and the run goes on", async () => {
    const recording = { covariance: true, gradientCovariance: true, jacobian: true };
    const run = await simulate(few, { samples: 2, from: 3274, seed: 1270, backend: wasmBackend, record: recording });
    const none = -Infinity;
    expect(run.samples[0]).toEqual({
      index: 3274,
      logGradient: [none, none, none, none, none],
      logWeightGradient: [none, none, none, none],
      collapsed: 4,
    });
    expect(run.samples[1]!.collapsed).toBeUndefined();
    const summary = run.summary();
    expect(summary).toMatchObject({ samples: 2, collapsed: 1, overflowed: 0 });
    expect(summary.growth!.meanLog.samples).toBe(1);
    expect(summary.covariance!.length).toBe(5);
    expect(summary.jacobian!.M[0]!.samples).toBe(1);
  });

  it("is as frequent with drawn weights", async () => {
    const options = { ...few, width: 3 };
    const shares: number[] = [];
    for (const name of names) {
      const samples = await drawn(options, samplers[name], 1500);
      shares.push(samples.filter(({ collapsed }) => collapsed !== undefined).length / samples.length);
    }
    expect(shares[0]).toBeGreaterThan(0.02);
    sameShare(shares, 1500);
  });
});

/** One false alarm in 10^4 changes of seed, over the 5 comparisons of this file. */
function sameShare([one, other]: readonly number[], count: number): void {
  const pooled = (one! + other!) / 2;
  const error = Math.sqrt((2 * pooled * (1 - pooled)) / count);
  const limit = studentQuantile(1e-4 / 5, Number.POSITIVE_INFINITY);
  expect(Math.abs(one! - other!), `${one} and ${other}`).toBeLessThanOrEqual(limit * error);
}

describe("a gradient that vanishes", () => {
  it("is exactly 0 where rounding left e^-53", async () => {
    const sampler = await exactSampler(validNetwork(few), wasmBackend);
    const { logGradient } = await sampler.sample(1270, 875);
    expect(logGradient.slice(0, 3)).toEqual([-Infinity, -Infinity, -Infinity]);
    expect(logGradient.slice(3).every(Number.isFinite)).toBe(true);
  });

  it.each([
    ["abs", 8, few],
    ["relu", 1, { ...few, activation: relu, batch: 5 }],
    ["relu", 2, { ...few, activation: relu, batch: 5 }],
    ["relu", 3, { ...few, activation: relu, batch: 5 }],
  ])(
    "is as frequent in both samplers, and nothing lies between 0 and a gradient: %s, N = %i",
    async (_, width, options) => {
      const shares: number[] = [];
      for (const name of names) {
        const samples = await drawn({ ...options, width }, samplers[name], 2000);
        const bottom = samples.map(({ logGradient }) => logGradient[0]!);
        shares.push(bottom.filter((log) => log === -Infinity).length / 2000);
        // rounding leaves (2^-53)^2 = e^-73, up to e^-50 near a point; a gradient loses e^-28 a layer at N = 1 in 5000
        for (const log of bottom.filter(Number.isFinite)) expect(log).toBeGreaterThan(-36);
      }
      expect(shares[0]).toBeGreaterThan(0);
      sameShare(shares, 2000);
    },
  );

  it.each([tanh, identity])("does not exist where it is small: $text at N = 1, 2, 3", async (activation) => {
    for (const width of [1, 2, 3]) {
      for (const name of names) {
        const samples = await drawn({ ...few, activation, batch: 5, width }, samplers[name], 300);
        for (const { logGradient } of samples) expect(logGradient.every(Number.isFinite)).toBe(true);
      }
    }
  });

  // A batch on a line: z = +-v in every neuron, and batch norm takes from the gradient what one scale and one shift
  // account for; before that X has two centred dimensions, and nothing is left of the three.
  it("is one exactly where the activations of a layer lie on a line, abs at B = 4", async () => {
    const sampler = await exactSampler(validNetwork({ ...few, depth: 8 }), wasmBackend, { covariance: true });
    let found = 0;
    for (let index = 0; index < 1000; index++) {
      const { covariance, logGradient, collapsed } = await sampler.sample(1270, index);
      if (collapsed !== undefined) continue;
      const onLine = covariance!.slice(0, 8).some((gram) => centredRank(gram, 4) === 1);
      if (onLine) found++;
      expect(logGradient[0] === -Infinity, String(index)).toBe(onLine);
    }
    expect(found).toBeGreaterThan(5);
  });
});

/** Of G K G, by elimination with the largest pivot; 1e-9 of the trace is rounding. */
function centredRank(gram: Float64Array, size: number): number {
  const mean = (entry: (k: number) => number) =>
    Array.from({ length: size }, (_, k) => entry(k)).reduce((sum, x) => sum + x, 0) / size;
  const rows = Array.from({ length: size }, (_, i) => mean((k) => gram[i * size + k]!));
  const all = mean((i) => rows[i]!);
  const left = rows.map((a, i) => rows.map((b, j) => gram[i * size + j]! - a - b + all));
  const trace = left.reduce((sum, row, i) => sum + row[i]!, 0);
  for (let rank = 0; rank < size; rank++) {
    const k = left.reduce((best, row, i) => (row[i]! > left[best]![best]! ? i : best), 0);
    const pivot = left[k]![k]!;
    if (pivot < 1e-9 * trace) return rank;
    const column = left.map((row) => row[k]!);
    for (const [i, row] of left.entries()) for (const j of row.keys()) row[j]! -= (column[i]! * column[j]!) / pivot;
  }
  return size;
}

describe("what no network survives is refused at once, by both samplers", () => {
  const constant = (value: number) =>
    plainFunction(
      String(value),
      () => value,
      () => 0,
    );
  const line = (scale: number) =>
    plainFunction(
      `${scale}*x`,
      (x) => scale * x,
      () => scale,
    );
  const cases: readonly [string, Partial<NetworkOptions>, RegExp][] = [
    ["a constant", { activation: constant(1) }, /^"1" has one value .* becomes one point/],
    ["zero, not centred", { activation: constant(0), centred: false }, /^"0" is 0 .* becomes 0/],
    ["abs on batches of two", { batch: 2 }, /one point/],
    ["a scale that overflows", { activation: line(1e200) }, /^"1e\+200\*x" is too large: its squares overflow/],
    ["the same with epsilon", { activation: line(1e200), epsilon: 1 }, /too large/],
    ["a scale that underflows", { activation: line(1e-200) }, /^"1e-200\*x" is too small: its squares underflow/],
    ["an input of one point", { input: Array.from({ length: 4 }, () => [1, 1, 1, 1]) }, /input/],
  ];
  it.each(cases)("%s", async (_, options, message) => {
    for (const name of names) {
      const opened = samplers[name](validNetwork({ ...few, ...options }), plainBackend);
      await expect(opened, name).rejects.toThrow(message);
    }
  });

  it("and epsilon keeps a constant from 0/0", async () => {
    for (const name of names) {
      const [sample] = await drawn({ ...few, activation: constant(1), epsilon: 1 }, samplers[name], 1);
      expect(new Set(sample!.logGradient)).toEqual(new Set([-Infinity]));
      expect(sample!.collapsed).toBeUndefined();
    }
  });
});

describe("numbers that overflow in some networks", () => {
  const steep = plainFunction(
    "x, 1e200 above 3.4",
    (x) => (x > 3.4 ? 1e200 : x),
    () => 1,
  );
  it.each(names)("are outcomes of those: %s", async (name) => {
    const samples = await drawn({ activation: steep, batch: 32, width: 30, depth: 1 }, samplers[name], 60);
    const share = samples.filter(({ overflowed }) => overflowed !== undefined).length;
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(60);
    for (const { overflowed, logGradient } of samples) {
      expect(logGradient.every((log) => (overflowed === undefined ? log < Infinity : log === -Infinity))).toBe(true);
    }
  });
});
