/** Random small problems of every kind, for properties. */
import fc from "fast-check";
import { GaussianStream } from "../../../src/numeric/random/gaussianStream.js";
import type { GatedSamples, GatedSettings } from "../../../src/simulation/gating/settings.js";

const width = fc.integer({ min: 1, max: 9 });

export const settings: fc.Arbitrary<GatedSettings> = fc
  .record({
    model: fc.constantFrom("relu" as const, "dlgn" as const, "dlgn-pwc" as const, "dln" as const),
    inputs: width,
    hidden: fc.array(width, { minLength: 1, maxLength: 4 }),
    outputs: fc.integer({ min: 2, max: 6 }),
    bias: fc.boolean(),
    beta: fc.constantFrom(0.5, 4, 30, "hard" as const),
    fixed: fc.boolean(),
    loss: fc.constantFrom("mse" as const, "cross-entropy" as const),
    size: fc.integer({ min: 1, max: 11 }),
  })
  .map(({ beta, fixed, size, ...rest }) => ({
    ...rest,
    gates: rest.model === "dlgn" || rest.model === "dlgn-pwc" ? { beta, fixed } : null,
    adam: { rate: 0.003 },
    batches: { size },
    epochs: 2,
    checkpoints: [0, 1, 2],
  }));

export const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

/** Gaussian inputs and targets, or labels in turn. */
export function samplesFor(
  { inputs, outputs, loss }: Pick<GatedSettings, "inputs" | "outputs" | "loss">,
  count: number,
  seed: number,
): GatedSamples {
  const stream = new GaussianStream({ seed, sample: 99, draw: 0 });
  const draw = (length: number) => Float32Array.from({ length }, () => stream.next());
  if (loss === "mse") return { inputs: draw(count * inputs), targets: draw(count * outputs) };
  return { inputs: draw(count * inputs), labels: Uint8Array.from({ length: count }, (_, s) => s % outputs) };
}
