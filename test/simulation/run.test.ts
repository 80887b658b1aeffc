import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTheoryError } from "../../src/errors.js";
import { plainBackend } from "../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import { measuringWindow } from "../../src/simulation/measuringWindow.js";
import { mergeSamples } from "../../src/simulation/mergeSamples.js";
import { type NetworkOptions, validNetwork } from "../../src/simulation/network.js";
import type { Sample } from "../../src/simulation/sample.js";
import { fromRecord, toRecord } from "../../src/simulation/sampleRecord.js";
import { naiveSampler } from "../../src/simulation/sampler/naive.js";
import { applyInverse, semidefiniteCholesky } from "../../src/simulation/semidefiniteCholesky.js";
import { simulate } from "../../src/simulation/simulate.js";
import type { SimulateOptions } from "../../src/simulation/simulateOptions.js";
import { summarise } from "../../src/simulation/summarise.js";
import { relu, tanh } from "./activations.js";

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
    ["workers", { workers: { start: () => {}, count: 0 } }],
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

describe("a record", () => {
  const numbers = fc.array(
    fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(-0, Number.NEGATIVE_INFINITY, 5e-324, Number.MAX_VALUE)),
  );
  const matrices = fc.array(numbers.map((list) => Float64Array.from(list)));
  const samples = fc.record(
    {
      index: fc.nat(),
      logGradient: numbers,
      logWeightGradient: numbers,
      covariance: matrices,
      gradientCovariance: matrices,
      jacobian: fc.record({ G: numbers, L: numbers, M: numbers }, { noNullPrototype: true }),
      collapsed: fc.integer({ min: 1, max: 10_001 }),
      overflowed: fc.integer({ min: 1, max: 10_001 }),
    },
    { requiredKeys: ["index", "logGradient", "logWeightGradient"], noNullPrototype: true },
  );

  it("is one line that reads back the same bits", () => {
    fc.assert(
      fc.property(samples, (sample) => {
        const line = toRecord(sample as Sample);
        expect(line).not.toMatch(/\n/);
        expect(fromRecord(line)).toStrictEqual(sample);
      }),
    );
  });

  it("keeps simulated samples", async () => {
    const { samples: drawn } = await simulate(
      { ...network, activation: tanh },
      { samples: 2, seed: 1, backend, record },
    );
    for (const sample of drawn) expect(fromRecord(toRecord(sample))).toStrictEqual(sample);
  });

  it("refuses lines that were cut off or changed", () => {
    const line = toRecord({ index: 1, logGradient: [1, 2], logWeightGradient: [-Infinity] });
    expect(line).toBe('{"index":1,"logGradient":[1,2],"logWeightGradient":["-Infinity"]}');
    for (const bad of [
      "",
      "null",
      "3",
      line.slice(0, -4),
      line.replace("1,2", "null"),
      line.replace('"index":1,', ""),
      line.replace("}", ',"collapsed":0}'),
      line.replace("}", ',"overflowed":"3"}'),
    ]) {
      expect(() => fromRecord(bad)).toThrow(/toRecord/);
    }
  });
});

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

describe("semidefiniteCholesky", () => {
  // K = A A^T with A size x rank; multiplied by its g-inverse on both sides it comes back
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([size, rank]) =>
      fc.tuple(
        fc.constant(size),
        fc.constant(rank),
        fc.array(fc.integer({ min: -2, max: 2 }), { minLength: size * rank, maxLength: size * rank }),
      ),
    );

  it("factors singular matrices, and gives a g-inverse of them", () => {
    fc.assert(
      fc.property(cases, ([size, rank, entries]) => {
        const at = (i: number, j: number) => {
          let sum = 0;
          for (let k = 0; k < rank; k++) sum += entries[i * rank + k]! * entries[j * rank + k]!;
          return sum;
        };
        const gram = Float64Array.from({ length: size * size }, (_, k) => at(Math.floor(k / size), k % size));
        const factor = semidefiniteCholesky(gram, size, 1e-12);
        expect(factor.rank).toBeLessThanOrEqual(Math.min(size, rank));
        const product = times(factor.lower, transposed(factor.lower, size), size);
        // whole numbers up to 2: a pivot's share is at least 1/16^4, so rounding stays below 1e-10
        const near = (a: Float64Array) => {
          for (const [k, x] of a.entries()) expect(Math.abs(x - gram[k]!)).toBeLessThan(1e-7);
        };
        near(product);
        near(times(gram, applyInverse(factor, gram.slice()), size));
      }),
    );
  });

  const times = (a: Float64Array, b: Float64Array, size: number) =>
    Float64Array.from({ length: size * size }, (_, k) => {
      let sum = 0;
      for (let m = 0; m < size; m++) sum += a[Math.floor(k / size) * size + m]! * b[m * size + (k % size)]!;
      return sum;
    });
  const transposed = (a: Float64Array, size: number) => a.map((_, k) => a[(k % size) * size + Math.floor(k / size)]!);
});

describe("the plain backend", () => {
  it("simulates too", async () => {
    const run = await simulate(network, { samples: 2, seed: 1, backend: plainBackend });
    expect(run.backend).toBe("plain");
    expect(run.summary().growth!.meanLog.samples).toBe(2);
  });
});
