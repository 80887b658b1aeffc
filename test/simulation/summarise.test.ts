import { describe, expect, it } from "vitest";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import { measuringWindow } from "../../src/simulation/measuringWindow.js";
import { type NetworkOptions, validNetwork } from "../../src/simulation/network.js";
import { simulate } from "../../src/simulation/simulate.js";
import { summarise } from "../../src/simulation/summarise.js";
import { relu } from "./activations.js";

const network: NetworkOptions = { activation: relu, batch: 4, width: 10, depth: 6 };
const record = { covariance: true, gradientCovariance: true, jacobian: true };
const backend = wasmBackend;

describe("summarise", () => {
  const sample = (index: number, logGradient: number[], logWeightGradient: number[]) => ({
    index,
    logGradient,
    logWeightGradient,
  });

  it("reads growth downwards, per layer", () => {
    const options = validNetwork({ ...network, depth: 2 });
    const samples = [sample(0, [5, 3, 1], [9, 6]), sample(1, [6, 3, 0], [9, 4])];
    const { growth, weightGrowth, window, logGradient } = summarise(options, samples);
    expect(window).toEqual({ from: 1, to: 3 });
    expect(growth!.meanLog.value).toBe(2.5);
    expect(growth!.meanLog.standardError).toBe(0.5);
    expect(growth!.logMean.value).toBeCloseTo(Math.log((Math.exp(4) + Math.exp(6)) / 2) / 2, 14);
    expect(weightGrowth!.meanLog.value).toBe(4);
    expect(logGradient.map((mean) => mean!.value)).toEqual([5.5, 3, 0.5]);
    expect(summarise(options, samples, { from: 2, to: 3 }).growth!.meanLog.value).toBe(2.5);
    expect(summarise(options, samples, { from: 2, to: 3 }).weightGrowth).toBeNull();
  });

  it("has no growth where a gradient vanishes", async () => {
    const run = await simulate({ ...network, batch: 2 }, { samples: 2, seed: 1, backend });
    const { growth, weightGrowth, logGradient } = run.summary();
    expect([growth, weightGrowth, ...logGradient]).toEqual(new Array(9).fill(null));
  });

  it("averages what every sample holds", async () => {
    const run = await simulate(network, { samples: 5, seed: 1, backend, record });
    const { covariance, gradientCovariance, jacobian } = run.summary();
    const entries = run.samples.map((each) => each.covariance![2]![1]!);
    expect(covariance![2]!.mean[1]).toBeCloseTo(entries.reduce((a, b) => a + b) / 5, 14);
    expect(gradientCovariance!.length).toBe(7);
    expect(jacobian!.M.map(({ samples }) => samples)).toEqual(new Array(7).fill(5));
    const { covariance: dropped, ...bare } = run.samples[0]!;
    expect(dropped!.length).toBe(7);
    expect(summarise(run.network, [bare, ...run.samples.slice(1)]).covariance).toBeUndefined();
  });

  it("counts networks that broke down, and leaves them out", async () => {
    const options = validNetwork({ ...network, depth: 2 });
    const none = -Infinity;
    const point = { ...sample(1, [none, none, none], [none, none]), collapsed: 2 };
    const large = { ...sample(2, [none, none, none], [none, none]), overflowed: 1 };
    const samples = [sample(0, [5, 3, 1], [9, 6]), point, large, sample(3, [6, 3, 0], [9, 4])];
    const { samples: count, collapsed, overflowed, growth, logGradient } = summarise(options, samples);
    expect([count, collapsed, overflowed]).toEqual([4, 1, 1]);
    expect(growth!.meanLog).toEqual(summarise(options, [samples[0]!, samples[3]!]).growth!.meanLog);
    expect(logGradient[0]!.value).toBe(5.5);
    const broken = summarise(options, [point, large]);
    expect(broken).toMatchObject({ samples: 2, growth: null, weightGrowth: null, logGradient: [null, null, null] });
    expect(broken.covariance).toBeUndefined();
  });

  it("refuses samples of another network, doubled ones, and windows outside it", () => {
    const options = validNetwork({ ...network, depth: 2 });
    const one = sample(0, [5, 3, 1], [9, 6]);
    expect(() => summarise(options, [sample(0, [1, 2], [1])])).toThrow(/depth 2/);
    expect(() => summarise(options, [one, sample(0, [5, 3, 2], [9, 6])])).toThrow(/one sample for each index/);
    expect(summarise(options, [one, { ...one }]).samples).toBe(1);
    expect(() => summarise(options, [one], { from: 3 })).toThrow(/from/);
    expect(() => summarise(options, [one], { to: 4 })).toThrow(/to/);
  });

  it("leaves a fifth of the layers out at each end, fifty at most", () => {
    expect(measuringWindow(4)).toEqual({ from: 1, to: 5 });
    expect(measuringWindow(50)).toEqual({ from: 11, to: 41 });
    expect(measuringWindow(1000)).toEqual({ from: 51, to: 951 });
  });
});
