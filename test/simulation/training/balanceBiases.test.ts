import { expect, it } from "vitest";
import { balanceBiases } from "../../../src/simulation/training/balanceBiases.js";

it.each([
  ["an odd number of inputs, the middle one", [7, -1, 2], -2],
  ["an even number of inputs, the mean of the two in the middle", [8, 1, 2, 4], -3],
  ["one input, itself", [5], -5],
])("the bias is minus the median of %s", (_, inputs, bias) => {
  const layers = [Float32Array.of(1, 99), Float32Array.of(3, 99)];
  balanceBiases([1, 1, 1], layers, Float32Array.from(inputs));
  expect(layers.map((layer) => [...layer])).toEqual([
    [1, bias],
    [3, 0],
  ]);
});

it("upper layers see the balanced activations of the lower ones", () => {
  // relu(x - 3) of 1, 2, 3, 4, 8 is 0, 0, 0, 1, 5; relu(-x + 3) is 2, 1, 0, 0, 0
  const layers = [Float32Array.of(1, -1, 0, 0), Float32Array.of(2, 1, 0), Float32Array.of(1, 0)];
  balanceBiases([1, 2, 1, 1], layers, Float32Array.of(1, 2, 3, 4, 8));
  expect([...layers[0]!]).toEqual([1, -1, -3, 3]);
  // the median of 2, 1, 0, 2, 10
  expect([...layers[1]!]).toEqual([2, 1, -2]);
});
