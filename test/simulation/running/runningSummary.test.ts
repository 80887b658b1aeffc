import { describe, expect, it } from "vitest";
import { wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../../src/simulation/network.js";
import {
  addSample,
  emptySummary,
  profileOf,
  type RunningSummary,
  summaryOf,
} from "../../../src/simulation/running/runningSummary.js";
import type { Sample } from "../../../src/simulation/sample.js";
import { simulate } from "../../../src/simulation/simulate.js";
import { gradientProfile } from "../../../src/simulation/statistics/gradientProfile.js";
import type { Measured } from "../../../src/simulation/statistics/mean.js";
import { summarise } from "../../../src/simulation/summarise.js";
import { tanh } from "../../laws/support/activations.js";

const options = { activation: tanh, batch: 4, width: 64, depth: 10 };
const network = validNetwork(options);
const draw = async (samples: number, from = 0) =>
  (await simulate(options, { samples, from, seed: 5, backend: wasmBackend })).samples;

function runningOf(samples: readonly Sample[], running = emptySummary(network.depth)): RunningSummary {
  for (const sample of samples) addSample(running, sample);
  return running;
}

/** Relative to the errors: sums in another order differ by roundings only. */
function expectSame(got: Measured | null, want: Measured | null, errors = 1e-9): void {
  expect(got === null).toBe(want === null);
  if (got === null || want === null) return;
  expect(Math.abs(got.value - want.value)).toBeLessThan(1e-9 * (want.standardError + 1e-3));
  if (want.standardError > 1e-13) expect(got.standardError / want.standardError).toBeCloseTo(1, -Math.log10(errors));
  expect(got.samples).toBe(want.samples);
}

describe("a running summary", () => {
  it("says what summarise says of all samples together", async () => {
    const samples = await draw(60);
    const [got, want] = [summaryOf(runningOf(samples)), summarise(network, samples)];
    expect(got.window).toEqual(want.window);
    expect(got.samples).toBe(60);
    expectSame(got.growth!.meanLog, want.growth!.meanLog);
    expectSame(got.weightGrowth!.meanLog, want.weightGrowth!.meanLog);
    got.logGradient.forEach((each, layer) => {
      expectSame(each, want.logGradient[layer]!);
    });
    got.logWeightGradient.forEach((each, layer) => {
      expectSame(each, want.logWeightGradient[layer]!);
    });
    const profile = gradientProfile(samples, want.window.to);
    profileOf(runningOf(samples)).forEach((each, layer) => {
      expectSame(each!.meanLog, profile[layer]!);
    });
    expect(got.growth!.meanLog.interval[0]).toBeCloseTo(want.growth!.meanLog.interval[0], 10);
  });

  it("has log E to the last digit, and its standard error to a fraction of 1/effectiveSamples", async () => {
    const samples = await draw(60);
    const [got, want] = [summaryOf(runningOf(samples)).growth!.logMean, summarise(network, samples).growth!.logMean];
    expect(got.value).toBeCloseTo(want.value, 12);
    expect(got.effectiveSamples).toBeCloseTo(want.effectiveSamples, 8);
    expect(want.effectiveSamples).toBeGreaterThan(20);
    expect(Math.abs(got.standardError / want.standardError - 1)).toBeLessThan(2 / want.effectiveSamples);
  });

  it("is the same, bit for bit, wherever the run was cut and its state sent to another thread", async () => {
    const whole = runningOf(await draw(30));
    const half = structuredClone(runningOf(await draw(13)));
    expect(runningOf(await draw(17, 13), half)).toEqual(whole);
  });

  it("does not grow", async () => {
    const numbers = (running: RunningSummary) =>
      JSON.stringify(running, (_, x) => (typeof x === "number" ? 0 : x)).length;
    const samples = await draw(50);
    expect(numbers(runningOf(samples))).toBe(numbers(runningOf(samples.slice(0, 1))));
  });

  it("knows no error from one network, and nothing from none", async () => {
    const one = summaryOf(runningOf(await draw(1)));
    expect(one.growth!.meanLog.standardError).toBe(Number.POSITIVE_INFINITY);
    expect(one.growth!.logMean.standardError).toBe(Number.POSITIVE_INFINITY);
    const none = summaryOf(emptySummary(10));
    expect(none.growth).toBeNull();
    expect(none.logGradient.every((each) => each === null)).toBe(true);
  });

  it("leaves out networks that broke down, and has no growth where a gradient vanishes", async () => {
    const samples = await draw(4);
    const silent = { logGradient: Array(11).fill(-Infinity), logWeightGradient: Array(10).fill(-Infinity) };
    const broken: Sample[] = [
      { index: 4, ...silent, collapsed: 3 },
      { index: 5, ...silent, overflowed: 2 },
    ];
    const got = summaryOf(runningOf([...samples, ...broken]));
    const want = summarise(network, [...samples, ...broken]);
    expect([got.samples, got.collapsed, got.overflowed]).toEqual([6, 1, 1]);
    expectSame(got.growth!.meanLog, want.growth!.meanLog);
    const vanished = runningOf([...samples, { index: 4, ...silent }, ...(await draw(1, 5))]);
    expect(summaryOf(vanished).growth).toBeNull();
    expect(summaryOf(vanished).weightGrowth).toBeNull();
    expect(profileOf(vanished).every((each) => each === null)).toBe(true);
  });

  it("does not overflow where gradients grow beyond all numbers", () => {
    const running = emptySummary(5);
    for (const [index, scale] of [300, 500, 400].entries()) {
      const logGradient = [6, 5, 4, 3, 2, 1].map((k) => k * scale);
      addSample(running, { index, logGradient, logWeightGradient: logGradient.slice(1) });
    }
    const { logMean } = summaryOf(running).growth!;
    // one of three carries the mean: ln(e^1500/3)/3 over the window 2 .. 5
    expect(logMean.value).toBeCloseTo((1500 - Math.log(3)) / 3, 9);
    expect(logMean.effectiveSamples).toBeCloseTo(1, 9);
  });
});
