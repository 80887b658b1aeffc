import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import type { Instruction } from "../../../src/simulation/elementwise/program.js";
import { runProgram } from "../../../src/simulation/kernels/tfjs/runProgram.js";
import type { Tfjs } from "../../../src/simulation/kernels/tfjs/tfjs.js";

tf.enableProdMode();
await tf.setBackend("cpu");
await tf.ready();
const namespace = tf as unknown as Tfjs;
const x = tf.tensor(new Float32Array(1000).fill(0.5), [1, 10, 100]);

it("a long program holds few tensors at a time", async () => {
  const instructions = Array.from({ length: 200 }, (_, k): Instruction => ({ operation: "add", from: [k, 0] }));
  let sum = 0;
  const { peakBytes } = await tf.profile(async () => {
    const y = runProgram(namespace, { instructions, value: 200, derivative: 0 }, "value", x);
    sum = (await y.data())[0]!;
    y.dispose();
    return tf.scalar(0);
  });
  expect(sum).toBe(100.5);
  // of 4000 bytes each, x among them
  expect(peakBytes).toBeLessThan(10 * 4000);
});

it("what only constants make has the shape of x", async () => {
  const constant = (value: number): Instruction => ({ operation: "constant", from: [], value });
  const exponential: Instruction = { operation: "exp", from: [1] };
  for (const [instructions, want] of [
    [[constant(2)], 2],
    [[constant(0), exponential], 1],
  ] as const) {
    const last = instructions.length;
    const y = runProgram(namespace, { instructions, value: last, derivative: last }, "value", x);
    expect(y.shape).toEqual([1, 10, 100]);
    expect(await y.data()).toEqual(new Float32Array(1000).fill(want));
    y.dispose();
  }
});

it("the output may be x itself, and is a tensor of its own", async () => {
  const y = runProgram(namespace, { instructions: [], value: 0, derivative: 0 }, "derivative", x);
  y.dispose();
  expect((await x.data())[0]).toBe(0.5);
});

it("refuses what is no program", () => {
  expect(() => runProgram(namespace, { instructions: [], value: 1, derivative: 0 }, "value", x)).toThrow(
    "not a register",
  );
});
