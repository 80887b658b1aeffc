import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TheoryError } from "../../../src/errors.js";
import type { Program } from "../../../src/simulation/elementwise/program.js";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { type NetworkOptions, validNetwork } from "../../../src/simulation/network.js";
import { drawInParallel, type ParallelOptions } from "../../../src/simulation/parallel/drawInParallel.js";
import { portableNetwork } from "../../../src/simulation/parallel/portableNetwork.js";
import type { Sample } from "../../../src/simulation/sample.js";
import { exactSampler } from "../../../src/simulation/sampler/exact.js";
import { naiveSampler } from "../../../src/simulation/sampler/naive.js";
import type { OpenSampler } from "../../../src/simulation/sampler/sampler.js";
import { cosine, plainFunction, tanh } from "../../laws/support/activations.js";
import { fakeWorkers } from "./support/fakeWorkers.js";

const recording = { covariance: true, jacobian: true };
const network = validNetwork({ activation: cosine, batch: 4, width: 9, depth: 3, beta: 0.3 });
const portable = portableNetwork(network)!;
const indices = Array.from({ length: 23 }, (_, k) => 3 * k + 1);

async function sequential(backend = wasmBackend, given = network, open: OpenSampler = exactSampler): Promise<Sample[]> {
  const sampler = await open(given, backend, recording);
  const samples: Sample[] = [];
  for (const index of indices) samples.push(await sampler.sample(7, index));
  sampler.close();
  return samples;
}

const byIndex = (samples: readonly Sample[]) => [...samples].sort((a, b) => a.index - b.index);

async function draw(options: Partial<ParallelOptions> & Pick<ParallelOptions, "start">, given = portable) {
  const samples: Sample[] = [];
  const onSample = (sample: Sample) => void samples.push(sample);
  await drawInParallel(given, indices, { seed: 7, recording, workers: 3, onSample, ...options });
  return samples;
}

describe("samples from workers", () => {
  it("are those of one thread, bit for bit, with any number of workers and messages in any order", async () => {
    const expected = await sequential();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.nat(), async (workers, seed) => {
        const fake = fakeWorkers({ seed });
        expect(byIndex(await draw({ start: fake.start, workers }))).toEqual(expected);
        expect(fake.started()).toBe(Math.min(workers, indices.length));
        expect(fake.alive()).toBe(0);
      }),
      { numRuns: 12 },
    );
  });

  it("are the naive sampler's where that is asked for", async () => {
    const expected = await sequential(wasmBackend, network, naiveSampler);
    expect(byIndex(await draw({ start: fakeWorkers({ seed: 5 }).start, sampler: "naive" }))).toEqual(expected);
    expect(expected).not.toEqual(await sequential());
  });

  it("are all there, each once, when up to three workers die at any time", async () => {
    const expected = await sequential();
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat({ max: 12 }), { minLength: 1, maxLength: 3 }),
        fc.nat(),
        async (workers, deaths, seed) => {
          const fake = fakeWorkers({ seed, deaths });
          expect(byIndex(await draw({ start: fake.start, workers }))).toEqual(expected);
          expect(fake.alive()).toBe(0);
        },
      ),
      { numRuns: 15 },
    );
  });

  it("are a rejection once a fourth worker dies, and none is left running", async () => {
    const fake = fakeWorkers({ deaths: [0, 2, 0, 1] });
    await expect(draw({ start: fake.start, workers: 1 })).rejects.toThrow("keep dying: struck by lightning");
    expect(fake.started()).toBe(4);
    expect(fake.alive()).toBe(0);
  });

  it("are those of one thread on the plain backend too, whatever closures the activation has there", async () => {
    const value = (x: number) => Math.cos(x) * (1 + 2 ** -50);
    const closed = { ...network, activation: { ...cosine, value } };
    const samples = await draw({ start: fakeWorkers({}).start, backend: "plain" }, portableNetwork(closed)!);
    expect(byIndex(samples)).toEqual(await sequential(plainBackend, closed));
  });

  it("come once for an index that is asked for twice", async () => {
    const samples: Sample[] = [];
    await drawInParallel(portable, [4, 4, 2, 4], {
      ...{ seed: 7, workers: 2, start: fakeWorkers({}).start },
      onSample: (sample) => void samples.push(sample),
    });
    expect(byIndex(samples).map(({ index }) => index)).toEqual([2, 4]);
  });
});

describe("stopping", () => {
  it("ends at once on an abort, with whole samples, and no worker is left", async () => {
    const [stop, fake, expected] = [new AbortController(), fakeWorkers({}), await sequential()];
    const samples: Sample[] = [];
    const onSample = (sample: Sample) => {
      samples.push(sample);
      if (samples.length === 5) stop.abort();
    };
    await draw({ start: fake.start, onSample, signal: stop.signal });
    expect(samples.length).toBe(5);
    for (const sample of samples) expect(expected).toContainEqual(sample);
    expect(fake.alive()).toBe(0);
  });

  it("does not wait for workers that never answer", async () => {
    const [stop, told] = [new AbortController(), [] as string[]];
    const start = () => ({
      send: () => void told.push("sent"),
      receive: () => {},
      onDeath: () => {},
      terminate: () => void told.push("terminated"),
    });
    setImmediate(() => stop.abort());
    expect(await draw({ start, workers: 2, signal: stop.signal })).toEqual([]);
    expect(told).toEqual(["sent", "sent", "terminated", "terminated"]);
  });

  it("starts nothing when it is aborted before, or has nothing to draw", async () => {
    const fake = fakeWorkers({});
    const options = { seed: 1, workers: 2, start: fake.start, onSample: () => {} };
    await drawInParallel(portable, indices, { ...options, signal: AbortSignal.abort() });
    await drawInParallel(portable, [], options);
    expect(fake.started()).toBe(0);
  });
});

describe("errors", () => {
  const constant: Program = { instructions: [{ operation: "constant", from: [], value: 1 }], value: 1, derivative: 1 };
  const failureOf = (options: Partial<ParallelOptions>, given = portable) => {
    const fake = fakeWorkers({});
    return draw({ start: fake.start, ...options }, given).then(
      () => expect.fail("it should be refused"),
      (error: unknown) => {
        expect(fake.alive()).toBe(0);
        return error as TheoryError;
      },
    );
  };

  it("of the sampler cross as TheoryErrors, with all their details", async () => {
    const one = { text: "1", program: constant };
    const error = await failureOf({}, { ...portable, activation: one });
    const here = await exactSampler({ ...network, activation: { ...tanh, ...one } }, wasmBackend).then(
      () => null,
      (reason: unknown) => reason as TheoryError,
    );
    expect(here).toBeInstanceOf(TheoryError);
    expect(error).toBeInstanceOf(TheoryError);
    expect([error.message, error.details]).toEqual([here!.message, here!.details]);
  });

  it("cross for a program from elsewhere that is none, whatever it holds", async () => {
    const program = {
      instructions: [{ operation: "shell", from: [{}] }],
      value: 1,
      derivative: 1,
    } as unknown as Program;
    const error = await failureOf({}, { ...portable, activation: { text: "?", program } });
    expect(error).toBeInstanceOf(TheoryError);
    expect(error.details.parameter).toBe("program");
  });

  it("cross where their value cannot: it goes as text", async () => {
    const details = { code: "domain", parameter: "f", value: () => 1, domain: "numbers", remedy: "none" } as const;
    const open = () => {
      throw new TheoryError("f is no number", details);
    };
    const fake = fakeWorkers({ backends: [{ ...wasmBackend, open }] });
    const error = await failureOf({ start: fake.start });
    expect([error.message, error.details]).toEqual(["f is no number", { ...details, value: "() => 1" }]);
  });

  it("name a backend that the workers do not have", async () => {
    expect((await failureOf({ backend: "tfjs-node" })).message).toBe("this worker has no backend tfjs-node");
  });

  it("of the caller's own functions end the run", async () => {
    const broken = () => {
      throw new Error("disk full");
    };
    expect((await failureOf({ onSample: broken })).message).toBe("disk full");
    expect((await failureOf({ start: broken })).message).toBe("disk full");
  });

  it.each([0, -1, 1.5, 257, Number.NaN])("refuse %s workers", async (workers) => {
    const error = await failureOf({ workers });
    expect(error).toBeInstanceOf(TheoryError);
    expect(error.details.parameter).toBe("workers");
  });

  it("a network with a plain function cannot travel", () => {
    const options: NetworkOptions = { activation: plainFunction, batch: 4, width: 9, depth: 3 };
    expect(portableNetwork(validNetwork(options))).toBeNull();
  });
});
