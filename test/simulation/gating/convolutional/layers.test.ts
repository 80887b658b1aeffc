import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GaussianStream } from "../../../../src/numeric/random/gaussianStream.js";
import { convolve } from "../../../../src/simulation/gating/convolutional/convolve.js";
import { normalise } from "../../../../src/simulation/gating/convolutional/normalise.js";
import { plainKernels } from "../../../../src/simulation/gating/convolutional/plainKernels.js";
import { type Shape, Tape, type Tensor, tensor } from "../../../../src/simulation/gating/convolutional/tensor.js";
import { openWasmKernels } from "../../../../src/simulation/gating/convolutional/wasmKernels.js";

function random(shape: Shape, seed: number, kernels = plainKernels): Tensor {
  const stream = new GaussianStream({ seed, sample: 5, draw: 0 });
  const drawn = tensor(kernels, shape);
  for (let i = 0; i < drawn.values.length; i++) drawn.values[i] = Math.fround(stream.next());
  return drawn;
}

const small = fc.integer({ min: 1, max: 6 });

describe("a convolution", () => {
  it("is the sum over its window, with zeros outside, at every stride", () => {
    const shapes = fc.record({
      ...{ samples: fc.integer({ min: 1, max: 3 }), channels: small, height: small, width: small },
      ...{ filters: small, size: fc.constantFrom(1, 3, 5), stride: fc.integer({ min: 1, max: 3 }) },
    });
    fc.assert(
      fc.property(shapes, fc.nat(), ({ filters, size, stride, ...shape }, seed) => {
        const input = random(shape, seed);
        const weights = random({ samples: filters, channels: shape.channels, height: size, width: size }, seed + 1);
        const out = convolve(new Tape(plainKernels), input, weights, stride);
        const margin = (size - 1) / 2;
        const pixel = (s: number, c: number, y: number, x: number) =>
          y < 0 || x < 0 || y >= shape.height || x >= shape.width
            ? 0
            : input.values[((s * shape.channels + c) * shape.height + y) * shape.width + x]!;
        expect([out.height, out.width]).toEqual([shape.height, shape.width].map((side) => Math.ceil(side / stride)));
        let at = 0;
        for (let s = 0; s < shape.samples; s++) {
          for (let f = 0; f < filters; f++) {
            for (let i = 0; i < out.height; i++) {
              for (let j = 0; j < out.width; j++) {
                let sum = 0;
                for (let c = 0; c < shape.channels; c++) {
                  for (let y = 0; y < size; y++) {
                    for (let x = 0; x < size; x++) {
                      const weight = weights.values[((f * shape.channels + c) * size + y) * size + x]!;
                      sum += weight * pixel(s, c, i * stride + y - margin, j * stride + x - margin);
                    }
                  }
                }
                expect(out.values[at++]).toBeCloseTo(sum, 10);
              }
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("gives the same in the WebAssembly kernels, backwards too", async () => {
    const wasm = await openWasmKernels();
    const run = (kernels: typeof wasm) => {
      const input = random({ samples: 2, channels: 3, height: 7, width: 6 }, 1, kernels);
      const weights = random({ samples: 5, channels: 3, height: 3, width: 3 }, 2, kernels);
      const tape = new Tape(kernels);
      const out = convolve(tape, input, weights, 2);
      out.gradient.set(random(out, 3).values);
      tape.backward();
      return [out.values, input.gradient, weights.gradient];
    };
    const [single, double] = [run(wasm), run(plainKernels)];
    for (const [k, values] of single.entries()) {
      for (const [i, value] of values.entries()) expect(value).toBeCloseTo(double[k]![i]!, 4);
    }
  });
});

describe("batch normalisation", () => {
  it("gives channels of mean shift and variance scale^2", () => {
    const input = random({ samples: 4, channels: 3, height: 5, width: 2 }, 1);
    const each = { samples: 1, channels: 3, height: 1, width: 1 };
    const [scale, shift] = [random(each, 2), random(each, 3)];
    const out = normalise(new Tape(plainKernels), input, scale, shift);
    for (let c = 0; c < 3; c++) {
      const values = [...out.values].filter((_, i) => Math.floor(i / 10) % 3 === c);
      const mean = values.reduce((sum, x) => sum + x, 0) / 40;
      expect(mean).toBeCloseTo(shift.values[c]!, 10);
      const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 40;
      // the 1e-5 that is added to variances of about 1
      expect(Math.abs(variance / scale.values[c]! ** 2 - 1)).toBeLessThan(1e-4);
    }
  });
});
