import { describe, expect, it } from "vitest";
import { TheoryError } from "../../../src/errors.js";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import type { KernelOptions } from "../../../src/simulation/kernels/kernels.js";
import { createWasmBackend, wasmBackend } from "../../../src/simulation/kernels/wasm/wasmBackend.js";
import { kernelLaws } from "../../laws/kernels.js";
import { relu } from "../../laws/support/activations.js";

kernelLaws(wasmBackend);

const options = (width: number, columns: number): KernelOptions => ({
  width,
  columns,
  batch: columns,
  epsilon: 0,
  gamma: 1,
  beta: 0,
  centred: true,
  activation: relu,
});

describe("the wasm backend alone", () => {
  it("draws the same millions of Gaussians as the plain stream, bit for bit, tail and wedges included", async () => {
    const [width, columns] = [99_999, 41];
    const kernels = await wasmBackend.open(options(width, columns));
    const block = kernels.allocate();
    const key = { seed: 2 ** 53 - 12345, sample: 77, draw: 2 ** 31 + 5 };
    await kernels.fill(block, key);
    const bits = (numbers: Float64Array) => new BigUint64Array(numbers.buffer);
    const got = bits(await kernels.read(block));
    const expected = bits(new GaussianStream(key).fill(new Float64Array(width * columns)));
    let different = 0;
    for (let i = 0; i < got.length; i++) if (got[i] !== expected[i]) different += 1;
    expect(different).toBe(0);
    kernels.close();
  });

  it("keeps many blocks apart while its memory grows", async () => {
    const kernels = await wasmBackend.open(options(501, 30));
    const blocks = Array.from({ length: 40 }, () => kernels.allocate());
    for (const [draw, block] of blocks.entries()) await kernels.fill(block, { seed: 1, sample: 0, draw });
    for (const [draw, block] of blocks.entries()) {
      const expected = new GaussianStream({ seed: 1, sample: 0, draw }).fill(new Float64Array(501 * 30));
      const got = await kernels.read(block);
      expect(got.every((x, i) => x === expected[i])).toBe(true);
    }
    kernels.close();
  });

  it("runs 1024 columns", async () => {
    const [width, columns] = [6, 1024];
    const kernels = await wasmBackend.open(options(width, columns));
    const block = kernels.allocate();
    await kernels.fill(block, { seed: 1, sample: 0, draw: 0 });
    const x = await kernels.read(block);
    const gram = await kernels.syrk(block);
    for (const [a, b] of [
      [0, 0],
      [1023, 1023],
      [17, 1001],
      [1000, 4],
    ] as const) {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += x[a * width + i]! * x[b * width + i]!;
      expect(gram[a * columns + b]).toBeCloseTo(sum / width, 14);
    }
    kernels.close();
  });

  it("says which width and columns do not fit into its memory", async () => {
    const kernels = await wasmBackend.open(options(2 ** 26, 8));
    expect(() => kernels.allocate()).toThrow(TheoryError);
    expect(() => kernels.allocate()).toThrow(/width = 67108864 .*8 columns.*4 GB/);
    kernels.close();
  });

  it("compiles once for each backend object, and gives every opening a memory of its own", async () => {
    const backend = createWasmBackend();
    const [one, two] = [await backend.open(options(4, 2)), await backend.open(options(4, 2))];
    const [a, b] = [one.allocate(), two.allocate()];
    await one.write(a, new Float64Array(8).fill(1));
    await two.write(b, new Float64Array(8).fill(2));
    expect(await one.read(a)).toEqual(new Float64Array(8).fill(1));
    one.close();
    two.close();
  });
});
