import { mapWeights } from "../mapWeights.js";
import type { GatedMeasurement, GatedSamples, GatedSettings } from "../settings.js";
import { addGradient } from "./addGradient.js";
import { type DoubleWeights, forward } from "./forward.js";
import { sampleLoss } from "./loss.js";

type Model = Pick<GatedSettings, "model" | "gates" | "inputs">;

const input = ({ inputs }: Model, samples: GatedSamples, s: number): Float32Array =>
  samples.inputs.subarray(s * inputs, (s + 1) * inputs);

/** The mean loss of some samples and its gradient by all weights. */
export function lossGradient(
  settings: Model,
  weights: DoubleWeights,
  samples: GatedSamples,
  indices: ArrayLike<number> & Iterable<number>,
): { readonly loss: number; readonly gradient: DoubleWeights } {
  const gradient = mapWeights(weights, ({ length }) => new Float64Array(length));
  let sum = 0;
  for (const s of indices) {
    const pass = forward(settings, weights, input(settings, samples, s));
    const { loss, gradient: residual } = sampleLoss(samples, s, pass.values.at(-1)!);
    sum += loss;
    const share = residual.map((entry) => entry / indices.length);
    addGradient(settings, weights, pass, share, gradient);
  }
  return { loss: sum / indices.length, gradient };
}

/** The mean loss of all samples, and their accuracy. */
export function measureLoss(settings: Model, weights: DoubleWeights, samples: GatedSamples): GatedMeasurement {
  const count = samples.inputs.length / settings.inputs;
  let [sum, right] = [0, 0];
  for (let s = 0; s < count; s++) {
    const outputs = forward(settings, weights, input(settings, samples, s)).values.at(-1)!;
    const one = sampleLoss(samples, s, outputs);
    sum += one.loss;
    right += Number(one.right);
  }
  return { loss: sum / count, accuracy: "labels" in samples ? right / count : null };
}
