/**
 * Backpropagation through one input. With delta_l the gradient by the values before the gates of layer l and
 * r_l = U_{l+1}^T delta_{l+1} that by h_l:
 *   dU_l += delta_l h_{l-1}^T,   delta_l = r_l g(eta_l),
 *   dW_l += e_l eta_{l-1}^T,     e_l = r_l v_l g'(eta_l) + W_{l+1}^T e_{l+1},   g' = beta g (1 - g).
 * The second line is that of soft gates of their own.
 */
import type { GatedSettings } from "../settings.js";
import { hasOwnGates } from "../shapes.js";
import { gatesOf } from "../trainer.js";
import { type DoubleWeights, type Pass, valueLayers } from "./forward.js";

type Layer = DoubleWeights["W"][number];

/** `residual`: the gradient by the outputs. `sums` is laid out as the weights. */
export function addGradient(
  settings: Pick<GatedSettings, "model" | "gates">,
  weights: DoubleWeights,
  pass: Pass,
  residual: Float64Array,
  sums: DoubleWeights,
): void {
  const { beta } = gatesOf(settings);
  const layers = valueLayers(settings, weights);
  const byLayer = valueLayers(settings, sums);
  const byGate: Float64Array[] = [];
  let delta = residual;
  for (let l = layers.length - 1; l >= 0; l--) {
    addOuter(byLayer[l]!, delta, pass.h[l]!);
    if (l === 0) break;
    const byHidden = timesTransposed(layers[l]!, delta);
    const [gates, values] = [pass.gates[l - 1]!, pass.values[l - 1]!];
    if (beta !== "hard") byGate[l - 1] = byHidden.map((r, i) => r * values[i]! * beta * gates[i]! * (1 - gates[i]!));
    delta = byHidden.map((r, i) => r * gates[i]!);
  }
  if (!hasOwnGates(settings) || beta === "hard") return;
  let byEta: Float64Array | null = null;
  for (let l = weights.W.length - 1; l >= 0; l--) {
    const fromAbove: Float64Array | null = byEta && timesTransposed(weights.W[l + 1]!, byEta);
    byEta = byGate[l]!.map((entry, i) => entry + (fromAbove?.[i] ?? 0));
    addOuter(sums.W[l]!, byEta, pass.eta[l]!);
  }
}

function addOuter({ inputs, weights, bias }: Layer, gradient: Float64Array, below: Float64Array): void {
  for (const [i, entry] of gradient.entries()) {
    for (let j = 0; j < inputs; j++) weights[i * inputs + j]! += entry * below[j]!;
    if (bias !== null) bias[i]! += entry;
  }
}

function timesTransposed({ inputs, nodes, weights }: Layer, gradient: Float64Array): Float64Array {
  const out = new Float64Array(inputs);
  for (let i = 0; i < nodes; i++) for (let j = 0; j < inputs; j++) out[j]! += weights[i * inputs + j]! * gradient[i]!;
  return out;
}
