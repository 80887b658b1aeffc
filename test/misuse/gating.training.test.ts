import { describe, expect, it } from "vitest";
import * as surface from "../../src/gating.js";
import { type Cases, hasNaN, misuses } from "./misuse.js";

const layer = { inputs: 2, nodes: 1, weights: new Float32Array([1, 2]), bias: new Float32Array([0.5]) };
const top = { inputs: 1, nodes: 1, weights: new Float32Array([1]), bias: new Float32Array([0]) };
const network = { architecture: surface.convolutional5, model: "dlgn", outputs: 10, beta: 4 };

/** `trainGated`, `trainConvolutional` and `gatedOutputs` take their time: their tests are those of the simulation. */
const cases: Cases = {
  circle: [{ points: 4, frequencies: "swapped" }],
  circleSettings: ["dlgn", { beta: 4, fixed: false, epochs: 3, checkpoints: [0, 3] }],
  multiplyAdds: [network, { channels: 3, height: 8, width: 8 }],
  weightMatrices: [{ W: [layer], U: [layer, top] }],
};

describe("misuse of what training needs", () => {
  it.each(Object.entries(cases))("of %s ends in a result without NaN or in a TheoryError", (name, values) => {
    const call = (surface as unknown as Record<string, (...given: never[]) => unknown>)[name]!;
    expect(hasNaN(call(...(values as never[])))).toBe(false);
    expect(misuses(call, values, 1000)).toEqual([]);
  });
});
