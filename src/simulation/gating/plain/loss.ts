import type { GatedSamples } from "../settings.js";

/** The loss of one sample's outputs, its gradient by them, and whether the label's is the first of the largest. */
export interface SampleLoss {
  readonly loss: number;
  readonly gradient: Float64Array;
  readonly right: boolean | null;
}

/** Sample `s`: mean squared error over the outputs, or -log softmax(f)_label. */
export function sampleLoss(samples: GatedSamples, s: number, outputs: Float64Array): SampleLoss {
  const count = outputs.length;
  if ("targets" in samples) {
    const residual = outputs.map((f, j) => f - samples.targets[s * count + j]!);
    const loss = residual.reduce((sum, r) => sum + r * r, 0) / count;
    return { loss, gradient: residual.map((r) => (2 * r) / count), right: null };
  }
  const label = samples.labels[s]!;
  const top = Math.max(...outputs);
  const powers = outputs.map((f) => Math.exp(f - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return {
    loss: Math.log(total) - (outputs[label]! - top),
    gradient: powers.map((power, j) => power / total - Number(j === label)),
    right: outputs.indexOf(top) === label,
  };
}
