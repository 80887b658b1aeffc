/** In the page: the laws of the kernels on WebGPU, one call each, and the sampler on it. */
import "@tensorflow/tfjs-backend-webgpu";
import * as tf from "@tensorflow/tfjs-core";
import fc from "fast-check";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { tfjsBackend } from "../../../src/simulation/kernels/tfjs/tfjsBackend.js";
import { simulate } from "../../../src/simulation/simulate.js";
import { tanh } from "../../laws/support/activations.js";
import { lawsOfKernels } from "../../laws/support/lawsOfKernels.js";

export const runs = 6;

const backend = tfjsBackend(tf, "tfjs-webgpu");
const laws = lawsOfKernels(backend, { runs });

const inPage = {
  async open(seed: number | undefined): Promise<string> {
    if (seed !== undefined) fc.configureGlobal({ seed });
    await tf.setBackend("webgpu");
    await tf.ready();
    return tf.getBackend();
  },
  /** null where the law holds, else what is wrong. */
  async check(name: string): Promise<string | null> {
    try {
      await laws.find((law) => law.name === name)!.check();
      return null;
    } catch (error) {
      const { message, cause } = error as Error;
      return `${message}\n${cause instanceof Error ? cause.message : ""}`;
    }
  },
  /** The largest difference from the plain backend over a small run, and the tensors that are left. */
  async compare(): Promise<{ readonly difference: number; readonly tensors: number }> {
    const network = { activation: tanh, batch: 4, batches: 2, width: 40, depth: 4 };
    const before = tf.memory().numTensors;
    const [got, want] = await Promise.all(
      [backend, plainBackend].map((each) => simulate(network, { samples: 2, seed: 3, backend: each })),
    );
    const numbers = (run: typeof got) =>
      run!.samples.flatMap(({ logGradient, logWeightGradient }) => [...logGradient, ...logWeightGradient]);
    const expected = numbers(want);
    const difference = Math.max(...numbers(got).map((x, k) => Math.abs(x - expected[k]!)));
    return { difference, tensors: tf.memory().numTensors - before };
  },
};

export type InPage = typeof inPage;

Object.assign(globalThis, { inPage });
