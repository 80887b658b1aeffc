import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import { sine } from "../../../src/simulation/kernels/tfjs/sine.js";
import type { Tfjs } from "../../../src/simulation/kernels/tfjs/tfjs.js";

tf.enableProdMode();
await tf.setBackend("cpu");
await tf.ready();

it.each([1, 100, 3000])("sin and cos are within 4 roundings, for Gaussian arguments of size %s and 0", async (size) => {
  const gaussians = new GaussianStream({ seed: 1, sample: 0, draw: size }).fill(new Float64Array(20_000));
  const points = Float32Array.from([0, -0, ...gaussians.map((x) => size * x)]);
  const before = tf.memory().numTensors;
  const x = tf.tensor(points);
  for (const [quarters, f] of [
    [0, Math.sin],
    [1, Math.cos],
  ] as const) {
    const y = sine(tf as unknown as Tfjs, x, quarters);
    const got = await y.data();
    y.dispose();
    const errors = points.map((point, i) => Math.abs(got[i]! - f(point)));
    expect(errors.length).toBe(20_002);
    expect(errors.every((error) => error <= 4 * 2 ** -24)).toBe(true);
  }
  x.dispose();
  expect(tf.memory().numTensors).toBe(before);
});
