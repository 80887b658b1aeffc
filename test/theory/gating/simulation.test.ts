/** The formulas' networks and the trained ones share no code: they must be the same functions. */
import { describe, expect, it } from "vitest";
import {
  type GatedModel,
  type GatedSettings,
  gatedNetwork,
  gatedOutputs,
  outputsAt,
  trainGated,
  weightMatrices,
} from "../../../src/gating.js";

const points = [0.3, -1.2, 0.8, -0.5, 1.7, -0.9, 0.4, 0.6];
const inputs = Float32Array.from(points);
const rows = [0, 1, 2, 3].map((k) => [inputs[2 * k]!, inputs[2 * k + 1]!]);
const training = { inputs, targets: Float32Array.from([1, 0, 0, 1, -1, 0.5, 0.2, 0.1]) };

const settingsOf = (model: GatedModel, beta: number | "hard", bias: boolean): GatedSettings => ({
  model,
  inputs: 2,
  hidden: [5, 3, 4],
  outputs: 2,
  bias,
  gates: model === "dlgn" || model === "dlgn-pwc" ? { beta, fixed: false } : null,
  loss: "mse",
  adam: { rate: 0.05 },
  batches: { count: 2 },
  epochs: 5,
  checkpoints: [0, 5],
});

describe.each([
  ["relu", "hard"],
  ["dln", "hard"],
  ["dlgn", 4],
  ["dlgn-pwc", 4],
  ["dlgn", "hard"],
  ["dlgn-pwc", "hard"],
] as const)("%s, gates %s", (model, beta) => {
  it.each([false, true])("has the outputs of the trained network; biases: %s", async (bias) => {
    const settings = settingsOf(model, beta, bias);
    const { records } = await trainGated(settings, { training }, { seed: 3, kernels: "plain" });
    expect(records.length).toBe(2);
    for (const { weights } of records) {
      const soft = settings.gates && beta !== "hard" ? { beta } : {};
      const own = outputsAt(gatedNetwork(model, weightMatrices(weights), soft), rows).flat();
      const theirs = await gatedOutputs(settings, weights, inputs, { kernels: "plain" });
      // theirs are rounded to single precision at the end
      own.forEach((value, k) => {
        expect(Math.abs(value - theirs[k]!)).toBeLessThanOrEqual(2 ** -23 * (1 + Math.abs(value)));
      });
    }
  });
});
