import { describe, expect, it } from "vitest";
import { TheoryError } from "../../../src/errors.js";
import { wasmBackend as backend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import type { Sample } from "../../../src/simulation/sample.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { simulate } from "../../../src/simulation/simulate.js";
import type { SimulateOptions } from "../../../src/simulation/simulateOptions.js";
import { plainFunction, tanh } from "../../laws/support/activations.js";
import { fakeWorkers } from "./support/fakeWorkers.js";

const network = { activation: tanh, batch: 4, width: 8, depth: 3 };
const run = { samples: 12, seed: 9, from: 5, backend, record: { covariance: true } };
const workers = () => ({ start: fakeWorkers({ seed: 4 }).start, count: 3 });

describe("simulate with workers", () => {
  it("is simulate without them, samples and summary alike", async () => {
    const [with3, without] = [await simulate(network, { ...run, workers: workers() }), await simulate(network, run)];
    expect(with3.samples).toEqual(without.samples);
    expect(with3.summary()).toEqual(without.summary());
    expect([with3.aborted, with3.backend, with3.millisecondsPerSample]).toEqual([false, "wasm", null]);
  });

  it("tells every sample before it ends, one at a time, and measures with the clock that it is given", async () => {
    const told: number[] = [];
    let [busy, time] = [false, 0];
    const onSample = async ({ index }: Sample) => {
      expect(busy).toBe(false);
      busy = true;
      await new Promise((resolve) => setImmediate(resolve));
      busy = false;
      told.push(index);
    };
    const now = () => {
      time += 24;
      return time;
    };
    const { millisecondsPerSample } = await simulate(network, { ...run, workers: workers(), onSample, now });
    expect(told.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, k) => 5 + k));
    expect(millisecondsPerSample).toBe(2);
  });

  it("keeps what is there when a plain flag stops it", async () => {
    const signal = { aborted: false };
    let told = 0;
    const onSample = () => {
      signal.aborted = ++told === 3;
    };
    // the flag is seen with the sample after the one that raised it, at the latest
    const stopped = await simulate(network, { ...run, workers: workers(), onSample, signal });
    expect(stopped.aborted).toBe(true);
    expect([3, 4]).toContain(stopped.samples.length);
    const never = await simulate(network, { ...run, workers: workers(), signal: { aborted: true } });
    expect([never.aborted, never.samples, never.millisecondsPerSample]).toEqual([true, [], null]);
  });

  it.each([
    [
      "throws",
      () => {
        throw new Error("disk full");
      },
    ],
    ["rejects", () => Promise.reject(new Error("disk full"))],
  ])("ends where onSample %s", async (_, onSample) => {
    await expect(simulate(network, { ...run, workers: workers(), onSample })).rejects.toThrow("disk full");
  });

  it.each<[string, Partial<SimulateOptions>, object]>([
    ["activation", {}, { activation: plainFunction }],
    ["sampler", { sampler: exactSampler }, {}],
    ["workers.count", { workers: { ...workers(), count: 0 } }, {}],
  ])("refuses what workers cannot do, naming %s", async (parameter, options, changes) => {
    const attempt = simulate({ ...network, ...changes }, { ...run, workers: workers(), ...options });
    const error = await attempt.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TheoryError);
    expect((error as TheoryError).details.parameter).toBe(parameter);
  });
});
