import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { plainBackend } from "../../src/simulation/kernels/plain/plainBackend.js";
import { wasmBackend } from "../../src/simulation/kernels/wasm/wasmBackend.js";
import { validNetwork } from "../../src/simulation/network.js";
import type { StartWorker } from "../../src/simulation/parallel/channel.js";
import { drawInParallel, type ParallelOptions } from "../../src/simulation/parallel/drawInParallel.js";
import { portableNetwork } from "../../src/simulation/parallel/portableNetwork.js";
import type { Sample } from "../../src/simulation/sample.js";
import { simulate } from "../../src/simulation/simulate.js";
import { tanh } from "../laws/support/activations.js";

const dist = (name: string) => new URL(`../../dist/${name}`, import.meta.url);
// `npm ci` builds; without a build there is no file for a thread to run
const built = existsSync(dist("nodeWorker.js")) && existsSync(dist("node.js"));

const network = { activation: tanh, batch: 4, batches: 2, width: 25, depth: 5 };
const record = { covariance: true, gradientCovariance: true, jacobian: true };
const samples = 10;

describe.skipIf(!built)("worker threads of the build", () => {
  let startNodeWorker: StartWorker;

  beforeAll(async () => {
    startNodeWorker = (await import(dist("node.js").href)).startNodeWorker;
  });

  async function draw(options: Partial<ParallelOptions>): Promise<Sample[]> {
    const found: Sample[] = [];
    const indices = Array.from({ length: samples }, (_, index) => index);
    await drawInParallel(portableNetwork(validNetwork(network))!, indices, {
      ...{ seed: 11, recording: record, start: startNodeWorker, workers: 2 },
      onSample: (sample) => void found.push(sample),
      ...options,
    });
    return found.sort((a, b) => a.index - b.index);
  }

  it.each([wasmBackend, plainBackend])("draw the samples of this thread, bit for bit: $name", async (backend) => {
    const here = await simulate(network, { samples, seed: 11, backend, record });
    expect(await draw({ backend: backend.name })).toEqual(here.samples);
  });

  it("are replaced when they end in the middle of their work, and nothing is lost or doubled", async () => {
    let started = 0;
    const start: StartWorker = () => {
      const worker = startNodeWorker();
      if (++started > 2) return worker;
      return {
        ...worker,
        receive: (listener) => {
          let heard = 0;
          worker.receive((message) => {
            listener(message);
            // the thread ends with an exit code, as after a crash
            if (++heard === 2) worker.terminate();
          });
        },
      };
    };
    const here = await simulate(network, { samples, seed: 11, backend: wasmBackend, record });
    expect(await draw({ start })).toEqual(here.samples);
    expect(started).toBeGreaterThan(2);
  });

  it("leave an error of the worker's own on the caller's side", async () => {
    await expect(draw({ backend: "tfjs-cpu" })).rejects.toThrow("this worker has no backend tfjs-cpu");
  });

  it("give the command line the same numbers, whatever their count", () => {
    const numbers = (threads: number) => {
      const words = `simulate tanh --batch 4 --width 20 --depth 6 --samples 9 --seed 3 --json --threads ${threads}`;
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        [fileURLToPath(dist("cli.js")), ...words.split(" ")],
        { encoding: "utf8" },
      );
      expect([status, stderr]).toEqual([0, ""]);
      return stdout.replace(/"millisecondsPerSample": ?[\d.e+-]+/g, "");
    };
    const one = numbers(1);
    expect(one).toContain("meanLog");
    expect(numbers(2)).toBe(one);
    expect(numbers(3)).toBe(one);
  });
});
