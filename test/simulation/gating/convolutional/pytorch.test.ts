/** Against PyTorch's convolutions, batch normalisation and autograd (test/reference/generate_gating_training.py). */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Architecture } from "../../../../src/simulation/gating/convolutional/architecture.js";
import { ConvolutionalTrainer } from "../../../../src/simulation/gating/convolutional/convolutionalTrainer.js";
import { plainKernels } from "../../../../src/simulation/gating/convolutional/plainKernels.js";
import { openWasmKernels } from "../../../../src/simulation/gating/convolutional/wasmKernels.js";
import type { GatedModel } from "../../../../src/simulation/gating/settings.js";
import { adamOf } from "../../../../src/simulation/gating/trainer.js";

interface Case {
  readonly model: GatedModel;
  readonly beta: number | null;
  readonly normalised: boolean;
  readonly images: readonly number[];
  readonly labels: readonly number[];
  readonly parameters: readonly (readonly number[])[];
  readonly loss: number;
  readonly gradient: readonly (readonly number[])[];
}

const { convolutional } = JSON.parse(
  readFileSync(new URL("../../../reference/gating-training.json", import.meta.url), "utf8"),
) as { readonly convolutional: readonly Case[] };

const layers: Architecture["layers"] = [
  { kind: "convolution", filters: 3, stride: 1 },
  { kind: "residual", filters: 3, stride: 1 },
  { kind: "residual", filters: 4, stride: 2 },
];

describe.each(convolutional)("PyTorch's convolutional $model, beta $beta, normalised: $normalised", (given) => {
  it.each([
    // 13 digits are recorded
    ["plain", 1e-11],
    // sums of some tens of products in single precision, through six layers
    ["wasm", 1e-4],
  ] as const)("has the loss and gradient of the %s kernels", async (kernels, limit) => {
    const { model, beta, normalised } = given;
    const architecture = { name: "tiny", layers, dense: [5], normalised };
    const trainer = new ConvolutionalTrainer(kernels === "plain" ? plainKernels : await openWasmKernels(), {
      model: { architecture, model, beta: beta ?? "hard", outputs: 3 },
      image: { channels: 2, height: 5, width: 4 },
      // so small a rate leaves the weights as they are
      ...{ seed: 1, adam: adamOf({ adam: { rate: 1e-300 } }) },
    });
    const batch = { inputs: Float32Array.from(given.images), labels: Uint8Array.from(given.labels) };
    // the first pass draws the parameters
    trainer.measure(batch);
    const { all } = trainer.parameters;
    expect(all.map(({ values }) => values.length)).toEqual(given.parameters.map(({ length }) => length));
    for (const [k, { values }] of all.entries()) values.set(given.parameters[k]!);
    expect(Math.abs(trainer.step(batch)!.loss - given.loss)).toBeLessThan(limit);
    const differences = given.gradient.flatMap((slopes, k) =>
      slopes.map((slope, i) => Math.abs(all[k]!.gradient[i]! - slope) / Math.max(1, Math.abs(slope))),
    );
    expect(Math.max(...differences)).toBeLessThan(limit);
  });
});
