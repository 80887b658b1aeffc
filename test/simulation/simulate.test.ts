import { describe, expect, it } from "vitest";
import { plainBackend } from "../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import { mergeSamples } from "../../src/simulation/mergeSamples.js";
import type { NetworkOptions } from "../../src/simulation/network.js";
import type { Sample } from "../../src/simulation/sample.js";
import { naiveSampler } from "../../src/simulation/sampler/naive.js";
import { simulate } from "../../src/simulation/simulate.js";
import type { SimulateOptions } from "../../src/simulation/simulateOptions.js";
import { summarise } from "../../src/simulation/summarise.js";
import { relu } from "./activations.js";

const network: NetworkOptions = { activation: relu, batch: 4, width: 10, depth: 6 };
const record = { covariance: true, gradientCovariance: true, jacobian: true };
const backend = wasmBackend;

describe("simulate", () => {
  it("gives the same bits for any split of the indices", async () => {
    const whole = await simulate(network, { samples: 12, seed: 5, backend, record });
    const cuts = [0, 1, 5, 6, 12];
    const parts = [];
    for (const [k, from] of cuts.slice(0, -1).entries()) {
      parts.push(await simulate(network, { samples: cuts[k + 1]! - from, from, seed: 5, backend, record }));
    }
    const merged = mergeSamples(...parts.reverse().map(({ samples }) => samples));
    expect(merged).toEqual(whole.samples);
    expect(summarise(whole.network, merged)).toEqual(whole.summary());
  });

  it("gives other networks for another seed and for another index", async () => {
    const runs = await Promise.all([1, 2].map((seed) => simulate(network, { samples: 2, seed, backend })));
    const values = runs.flatMap(({ samples }) => samples.map(({ logGradient }) => logGradient[0]!));
    expect(new Set(values).size).toBe(4);
  });

  it("keeps what is there when it is stopped, and resumes after it", async () => {
    const signal = { aborted: false };
    const seen: number[] = [];
    const onSample = async ({ index }: Sample) => {
      seen.push(index);
      signal.aborted = seen.length === 3;
    };
    const run = { samples: 8, seed: 1, backend, record };
    const stopped = await simulate(network, { ...run, signal, onSample });
    expect(stopped.aborted).toBe(true);
    expect(seen).toEqual([0, 1, 2]);
    const rest = await simulate(network, { ...run, samples: 5, from: 3 });
    const whole = await simulate(network, run);
    expect(whole.aborted).toBe(false);
    expect(mergeSamples(stopped.samples, rest.samples)).toEqual(whole.samples);
    const none = await simulate(network, { ...run, signal: { aborted: true } });
    expect(none.samples).toEqual([]);
    expect(() => none.summary()).toThrow(/at least one sample/);
  });

  it("measures time with the clock that it is given", async () => {
    let time = 0;
    const now = () => {
      time += 30;
      return time;
    };
    const run = { samples: 3, seed: 1, backend };
    expect((await simulate(network, { ...run, now })).millisecondsPerSample).toBe(10);
    expect((await simulate(network, run)).millisecondsPerSample).toBeNull();
  });

  it("closes its sampler when a callback throws", async () => {
    let closed = 0;
    const open: typeof naiveSampler = async (...given) => ({
      ...(await naiveSampler(...given)),
      close: () => closed++,
    });
    const fails = () => {
      throw new Error("full disk");
    };
    const run = { samples: 3, seed: 1, backend, sampler: open, onSample: fails };
    await expect(simulate(network, run)).rejects.toThrow("full disk");
    expect(closed).toBe(1);
  });

  it.each([
    ["samples", { samples: 0 }],
    ["samples", { samples: 1.5 }],
    ["seed", { seed: -1 }],
    ["seed", { seed: 2 ** 53 }],
    ["from", { from: -1 }],
    ["from", { from: 2 ** 32, samples: 1 }],
    ["backend", { backend: undefined }],
    ["backend", { backend: "wasm" }],
    ["sampler", { sampler: "foo" }],
    ["onSample", { onSample: 3 }],
    ["now", { now: null }],
    ["signal", { signal: null }],
    ["record", { record: null }],
    ["record", { record: [] }],
    ["covariances", { record: { covariances: true } }],
    ["record.jacobian", { record: { jacobian: "yes" } }],
    ["workers", { workers: 4 }],
    ["workers.start", { workers: { start: null, count: 2 } }],
    ["workers.count", { workers: { start: () => {}, count: 0 } }],
    ["sample", { sample: 3 }],
  ])("refuses %s outside its domain: %o", async (parameter, options) => {
    const run = { samples: 2, seed: 1, backend, ...options } as unknown as SimulateOptions;
    await expect(simulate(network, run)).rejects.toMatchObject({
      details: { code: "domain", parameter, domain: expect.stringMatching(/./), remedy: expect.stringMatching(/./) },
    });
  });

  it.each([
    ["run", network, undefined],
    ["network", undefined, { samples: 1, seed: 1, backend }],
    ["widht", { ...network, widht: 3 }, { samples: 1, seed: 1, backend }],
    ["residual", { ...network, residual: "no" }, { samples: 1, seed: 1, backend }],
    ["centred", { ...network, centred: 1 }, { samples: 1, seed: 1, backend }],
    ["input", { ...network, input: [null, 1, 2, 3] }, { samples: 1, seed: 1, backend }],
    ["input", { ...network, input: ["a", "b", "c", "d"].map((x) => [x, x, x, x]) }, { samples: 1, seed: 1, backend }],
  ])("refuses a wrong %s", async (parameter, options, run) => {
    const wrong = simulate(options as NetworkOptions, run as unknown as SimulateOptions);
    await expect(wrong).rejects.toMatchObject({ name: "TheoryError", details: { code: "domain", parameter } });
  });

  it("names what is wrong, what is possible and what to do", async () => {
    const run = { samples: 1, seed: 1, backend };
    const { message } = await simulate({ ...network, widht: 3 } as NetworkOptions, run).catch((error) => error);
    expect(message).toMatch(/^widht = an unknown option .*for network activation, batch, .*Correct its name\.$/);
  });
});

describe("the plain backend", () => {
  it("simulates too", async () => {
    const run = await simulate(network, { samples: 2, seed: 1, backend: plainBackend });
    expect(run.backend).toBe("plain");
    expect(run.summary().growth!.meanLog.samples).toBe(2);
  });
});
