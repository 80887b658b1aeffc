import { describe, expect, it } from "vitest";
import { type Images, validImages } from "../../../src/experiments/images/images.js";
import { picturesOf } from "../../../src/experiments/images/pictures.js";

const images = (count: number, shape: Images["shape"] = { channels: 1, height: 2, width: 2 }): Images =>
  validImages({
    ...{ name: "squares", digest: "x", dimension: 4, shape, classes: 2 },
    inputs: Float32Array.from({ length: 4 * count }, (_, i) => Math.floor(i / 4)),
    labels: Uint8Array.from({ length: count }, (_, k) => k % 2),
  });

describe("pictures for convolutional networks", () => {
  it("keep the last sixth to evaluate on, in their order and as they are", () => {
    const { training, evaluation, shape } = picturesOf(images(61), { most: 1e9, halvings: 0 });
    expect([training.labels.length, evaluation.labels.length, shape.height]).toEqual([51, 10, 2]);
    expect([training.inputs[4 * 50], evaluation.inputs[0], evaluation.inputs.at(-1)]).toEqual([50, 51, 60]);
    expect(evaluation.labels[0]).toBe(1);
  });

  it("are the first and the last ones where not all are wanted, and smaller where they are halved", () => {
    const { training, evaluation, shape } = picturesOf(images(61), { most: 12, halvings: 1 });
    expect([...training.inputs]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...evaluation.inputs]).toEqual([59, 60]);
    expect(shape).toEqual({ channels: 1, height: 1, width: 1 });
  });

  it("have a height and a width", () => {
    expect(() => picturesOf(images(30, null), { most: 30, halvings: 0 })).toThrow(/pictures/);
  });
});
