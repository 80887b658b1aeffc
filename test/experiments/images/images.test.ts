import { describe, expect, it } from "vitest";
import { accuracy, forward, type Network, roomFor } from "../../../src/experiments/images/network.js";
import { fromCifar, fromDigits, fromJson } from "../../../src/experiments/images/parseImages.js";
import { halved, splitImages } from "../../../src/experiments/images/prepareImages.js";
import { prune } from "../../../src/experiments/images/prune.js";
import { initialNetwork, trainClassifier } from "../../../src/experiments/images/trainClassifier.js";

const json = (inputs: unknown, labels: unknown) => JSON.stringify({ inputs, labels });
const rows = (count: number, of: (k: number) => readonly number[]) => Array.from({ length: count }, (_, k) => of(k));

describe("images from files", () => {
  it("JSON: rows of numbers and labels", () => {
    const images = fromJson(
      json(
        rows(20, (k) => [k, 1]),
        rows(20, (k) => [k % 3]).flat(),
      ),
      "x",
    );
    expect([images.dimension, images.classes, images.shape]).toEqual([2, 3, null]);
    expect([...images.inputs.slice(0, 6)]).toEqual([0, 1, 1, 1, 2, 1]);
  });

  it.each([
    ["no JSON", "{", /no JSON/],
    ["a list", "[1]", /inputs and labels/],
    [
      "fewer labels",
      json(
        rows(20, () => [1]),
        [1],
      ),
      /as many inputs as labels/,
    ],
    ["ragged rows", json([...rows(19, () => [1, 2]), [1]], Array(20).fill(0)), /row 20/],
    ["a text", json([...rows(19, () => [1]), ["a"]], Array(20).fill(0)), /"a"/],
    ["a null", json([...rows(19, () => [1]), [null]], Array(20).fill(0)), /null/],
    [
      "a label between",
      json(
        rows(20, () => [1]),
        Array(20).fill(0.5),
      ),
      /0\.5/,
    ],
    [
      "one class",
      json(
        rows(20, () => [1]),
        Array(20).fill(0),
      ),
      /classes/,
    ],
    [
      "too few",
      json(
        rows(3, () => [1]),
        [0, 1, 0],
      ),
      /3 images/,
    ],
    [
      "no numbers",
      json(
        rows(20, () => []),
        rows(20, (k) => [k % 2]).flat(),
      ),
      /0 numbers an image/,
    ],
  ])("JSON with %s is refused by name", (_, text, says) => {
    expect(() => fromJson(text, "x")).toThrow(says);
  });

  it("CIFAR-10: a label and three planes of bytes", () => {
    const bytes = new Uint8Array(20 * 3073);
    for (let k = 0; k < 20; k++) bytes.set([k % 10, 255, 51], k * 3073);
    const images = fromCifar(bytes, "x");
    expect([images.dimension, images.classes, images.labels[13]]).toEqual([3072, 10, 3]);
    expect(images.inputs[3072 + 1]).toBeCloseTo(0.2, 6);
    expect(() => fromCifar(bytes.subarray(1), "x")).toThrow(/CIFAR-10 records of 3073 bytes/);
    bytes[0] = 10;
    expect(() => fromCifar(bytes, "x")).toThrow(/label 10/);
  });

  it("CIFAR-100: the coarse label before the fine one, as many bytes tell; more than the first ones where they are wanted", () => {
    const count = 10_010;
    const bytes = new Uint8Array(count * 3074);
    for (let k = 0; k < count; k++) bytes.set([k % 20, k % 100, 255, 51], k * 3074);
    const images = fromCifar(bytes, "x");
    expect([images.name, images.classes, images.labels.length, images.labels[57]]).toEqual([
      "CIFAR-100",
      100,
      10_000,
      57,
    ]);
    expect([...images.inputs.subarray(57 * 3072, 57 * 3072 + 3)]).toEqual([1, Math.fround(0.2), 0]);
    expect(fromCifar(bytes, "x", 20_000).labels.length).toBe(count);
    bytes[1] = 100;
    expect(() => fromCifar(bytes, "x")).toThrow(/label 100/);
  });

  it("digits: the labels in turn", () => {
    const digits = rows(10, (label) => [label]).map(([label]) => ({ data: Array(784 * 3).fill(label) as number[] }));
    const images = fromDigits(digits, "x");
    expect([...images.labels.slice(0, 11)]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0]);
    expect(images.inputs[5 * 784]).toBe(5);
  });
});

describe("images made ready", () => {
  it("half of the rows and columns are means of blocks", () => {
    const bytes = new Uint8Array(20 * 3073);
    // the first block of the second plane
    bytes.set([255, 0], 1 + 1024);
    bytes.set([0, 255], 1 + 1024 + 32);
    const small = halved(fromCifar(bytes, "x"));
    expect([small.dimension, small.shape]).toEqual([768, { channels: 3, height: 16, width: 16 }]);
    expect(small.inputs[256]).toBeCloseTo(0.5, 6);
    expect(small.inputs.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.5, 6);
  });

  it("as they are, the parts are the same images in the same order", () => {
    const images = fromJson(
      json(
        rows(50, (k) => [k, 7]),
        rows(50, (k) => [k % 2]).flat(),
      ),
      "x",
    );
    const [own, standard] = [splitImages(images, { asTheyAre: true }), splitImages(images)];
    expect([...own.training, ...own.evaluation].filter((_, k) => k % 2 === 0).sort((a, b) => a - b)).toEqual([
      ...rows(50, (k) => [k]).flat(),
    ]);
    expect([...own.training].filter((_, k) => k % 2 === 1)).toEqual(Array(40).fill(7));
    expect([own.trainingLabels, own.evaluationLabels]).toEqual([standard.trainingLabels, standard.evaluationLabels]);
  });

  it("the parts share no image, have mean 0 and deviation 1, and a constant input stays 0", () => {
    const images = fromJson(
      json(
        rows(50, (k) => [k, 7]),
        rows(50, (k) => [k % 2]).flat(),
      ),
      "x",
    );
    const { training, evaluation, trainingLabels } = splitImages(images);
    expect([training.length, evaluation.length, trainingLabels.length]).toEqual([80, 20, 40]);
    const first = [...training].filter((_, i) => i % 2 === 0);
    expect(Math.abs(first.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-4);
    expect(training.reduce((sum, value) => sum + value * value, 0) / 80).toBeCloseTo(1, 4);
    expect([...training, ...evaluation].filter((_, i) => i % 2 === 1).every((value) => value === 0)).toBe(true);
    expect(new Set([...first, ...[...evaluation].filter((_, i) => i % 2 === 0)]).size).toBe(50);
    expect(splitImages(images)).toEqual(splitImages(images));
  });
});

/** 1/2 |y - f(x)|^2 by the forward pass alone. */
function loss(network: Network, input: Float32Array, label: number): number {
  const room = roomFor([2, 3, 4, 2]);
  forward(network, input, room);
  return room[3]!.reduce((sum, value, c) => sum + ((c === label ? 1 : 0) - value) ** 2, 0) / 2;
}

describe("the classifier", () => {
  it("steps along the negative gradient of the loss, by finite differences", async () => {
    const network = initialNetwork([2, 3, 4, 2], 1);
    const [input, label, rate] = [Float32Array.of(0.7, -0.4), 1, 1e-3];
    const before = network.map((layer) => layer.slice());
    await trainClassifier(network, input, Uint8Array.of(label), { rate, epochs: 1 });
    for (const [l, layer] of before.entries()) {
      for (const i of layer.keys()) {
        const at = (h: number) =>
          loss(
            before.map((each, m) => (m === l ? each.map((value, j) => (j === i ? value + h : value)) : each)),
            input,
            label,
          );
        const slope = (at(1e-2) - at(-1e-2)) / 2e-2;
        // single precision: 1e-7 / 2e-2 in the differences, 1e-7 / 1e-3 in the step
        expect((network[l]![i]! - layer[i]!) / rate, `layer ${l}, weight ${i}`).toBeCloseTo(-slope, 3);
      }
    }
  });

  it("learns what can be learned", async () => {
    const inputs = Float32Array.from(rows(200, (k) => [Math.cos(k), Math.sin(k)]).flat());
    const labels = Uint8Array.from(rows(200, (k) => [Math.cos(k) > 0 ? 1 : 0]).flat());
    const network = initialNetwork([2, 8, 2], 2);
    await trainClassifier(network, inputs, labels, { rate: 0.02, epochs: 30 });
    expect(accuracy(network, inputs, labels)).toBeGreaterThan(0.95);
  });

  it("keeps its strongest nodes, strongest first, and its outputs where the others do nothing", () => {
    // nodes: weak, strong, none, middle
    const hidden = Float32Array.of(1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0);
    const outgoing = Float32Array.of(0.1, 0.1, 5, -5, 0, 0, 1, 2, 0.3, 0.4);
    const inputs = Float32Array.of(1, 2, 3, 1, 0.5, 0.5, 2, 2);
    const pruned = prune([hidden, outgoing], inputs, 2, 2);
    expect([...pruned[0]!]).toEqual([1, 1, 1, 1, 0, 0]);
    expect([...pruned[1]!.slice(0, 4)]).toEqual([5, -5, 1, 2]);
    // the mean of the weak node, 3, has gone to the biases
    expect(pruned[1]![4]).toBeCloseTo(0.3 + 3 * 0.1, 6);
    const whole = prune([hidden, outgoing], inputs, 2, 4);
    const [a, b] = [roomFor([2, 4, 2]), roomFor([2, 4, 2])];
    forward([hidden, outgoing], inputs.subarray(0, 2), a);
    forward(whole, inputs.subarray(0, 2), b);
    for (const [c, value] of a[2]!.entries()) expect(b[2]![c]).toBeCloseTo(value, 5);
  });
});
