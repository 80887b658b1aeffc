/** Against PyTorch in double precision, from the same weights on the same batches (test/reference/generate_gating_training.py). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mapWeights, numbersOf } from "../../../src/simulation/gating/mapWeights.js";
import { openGatedTrainer } from "../../../src/simulation/gating/openGatedTrainer.js";
import { lossGradient } from "../../../src/simulation/gating/plain/lossGradient.js";
import { PlainGatedTrainer } from "../../../src/simulation/gating/plain/plainGatedTrainer.js";
import type { GatedSamples, GatedSettings, TrainedWeights } from "../../../src/simulation/gating/settings.js";
import { gatedShapes } from "../../../src/simulation/gating/shapes.js";
import { adamOf, type GatedProblem, movingPart } from "../../../src/simulation/gating/trainer.js";

interface Case {
  readonly model: GatedSettings["model"];
  readonly beta: number | "hard" | null;
  readonly fixed: boolean;
  readonly loss: GatedSettings["loss"];
  readonly bias: boolean;
  readonly widths: readonly number[];
  readonly adam: Required<GatedSettings["adam"]>;
  readonly inputs: readonly number[];
  readonly wanted: readonly number[];
  readonly batches: readonly (readonly number[])[];
  readonly start: readonly (readonly number[])[];
  readonly startLoss: number;
  readonly gradient: readonly (readonly number[])[];
  readonly end: readonly (readonly number[])[];
  readonly endLoss: number;
}

const { dense } = JSON.parse(
  readFileSync(new URL("../../reference/gating-training.json", import.meta.url), "utf8"),
) as { readonly dense: readonly Case[] };

/** Arrays of numbers in the order in which PyTorch's parameters are listed: those of W, then of U. */
function weightsOf(settings: GatedSettings, arrays: readonly (readonly number[])[]): TrainedWeights {
  let at = 0;
  const next = () => Float32Array.from(arrays[at++]!);
  const { W, U } = gatedShapes(settings);
  const filled = (layers: typeof W) =>
    layers.map((shape) => ({ ...shape, weights: next(), bias: settings.bias ? next() : null }));
  const weights = { W: filled(W), U: filled(U) };
  expect(at).toBe(arrays.length);
  return weights;
}

function problemOf(given: Case): GatedProblem {
  const { model, beta, fixed, loss, bias, widths, adam } = given;
  const settings: GatedSettings = {
    ...{ model, loss, bias, adam, gates: beta === null ? null : { beta, fixed } },
    ...{ inputs: widths[0]!, hidden: widths.slice(1, -1), outputs: widths.at(-1)! },
    ...{ batches: { size: 4 }, epochs: 1, checkpoints: [] },
  };
  const inputs = Float32Array.from(given.inputs);
  const training: GatedSamples =
    loss === "mse"
      ? { inputs, targets: Float32Array.from(given.wanted) }
      : { inputs, labels: Uint8Array.from(given.wanted) };
  return { settings, training, evaluation: null, start: weightsOf(settings, given.start) };
}

/** The largest difference, over 1 or the size of what it is compared with. */
function apart(own: readonly ArrayLike<number>[], reference: readonly (readonly number[])[]): number {
  expect(own.map(({ length }) => length)).toEqual(reference.map(({ length }) => length));
  const each = reference.map((values, k) => values.map((x, i) => Math.abs(own[k]![i]! - x) / Math.max(1, Math.abs(x))));
  return Math.max(...each.flat());
}

const named = dense.map((given) => {
  const { model, beta, fixed, loss, widths } = given;
  return [
    `${model}${beta === null ? "" : `, beta ${beta}`}${fixed ? ", fixed" : ""}, ${loss}, ${widths}`,
    given,
  ] as const;
});

describe.each(named)("PyTorch's %s", (_, given) => {
  const problem = problemOf(given);
  const { settings, training, start } = problem;

  it("has the oracle's loss and gradient", () => {
    const doubles = mapWeights(start, (numbers) => Float64Array.from(numbers));
    const { loss, gradient } = lossGradient(settings, doubles, training, [0, 1, 2, 3, 4, 5, 6]);
    expect(Math.abs(loss / given.startLoss - 1)).toBeLessThan(1e-12);
    // 13 digits are recorded
    expect(apart(numbersOf(movingPart(settings, gradient)), given.gradient)).toBeLessThan(1e-11);
  });

  it("takes the oracle's three steps of Adam, to the rounding of the weights that are given out", () => {
    const trainer = new PlainGatedTrainer({ ...problem, settings: { ...settings, adam: adamOf(settings) } });
    for (const batch of given.batches) expect(trainer.step(Uint32Array.from(batch))).toBe(true);
    expect(apart(numbersOf(trainer.weights()), given.end)).toBeLessThan(2 ** -23);
    expect(Math.abs(trainer.measure("training").loss / given.endLoss - 1)).toBeLessThan(1e-10);
  });

  it("takes those of the single-precision kernels, nearly", async () => {
    const trainer = await openGatedTrainer("wasm", problem);
    for (const batch of given.batches) expect(trainer.step(Uint32Array.from(batch))).toBe(true);
    // a step is rate times a ratio of gradients, each with a relative error of some 1e-6
    expect(apart(numbersOf(trainer.weights()), given.end)).toBeLessThan(2e-5);
    expect(Math.abs(trainer.measure("training").loss / given.endLoss - 1)).toBeLessThan(1e-4);
  });
});
