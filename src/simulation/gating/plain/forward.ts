/** One input through a gated network, in double precision. */
import type { GatedSettings, TrainedWeights } from "../settings.js";
import { hasOwnGates } from "../shapes.js";
import { gatesOf } from "../trainer.js";

export type DoubleWeights = TrainedWeights<Float64Array>;
type Layer = DoubleWeights["W"][number];

/** What a pass leaves, for L layers of values; entry l of each list belongs to hidden layer l + 1 unless said otherwise. */
export interface Pass {
  /** eta_0 .. eta_{L-1}, where the model has gates of its own; else eta_0 alone. */
  readonly eta: readonly Float64Array[];
  /** The factors of the hidden nodes: 0 or 1, or sigmoids. */
  readonly gates: readonly Float64Array[];
  /** Before the gates: U_l h_{l-1} + c_l; the last one is the output. */
  readonly values: readonly Float64Array[];
  /** h_0 .. h_{L-1}. */
  readonly h: readonly Float64Array[];
}

type Model = Pick<GatedSettings, "model" | "gates">;

/** The layers through which values flow: U, or W in a model without gates of its own. */
export const valueLayers = (settings: Model, weights: DoubleWeights): readonly Layer[] =>
  hasOwnGates(settings) ? weights.U : weights.W;

/** 1/(1 + exp(-beta eta)), or 1(eta >= 0). */
export const gate = (eta: number, beta: number | "hard"): number =>
  beta === "hard" ? Number(eta >= 0) : 1 / (1 + Math.exp(-beta * eta));

function affine({ inputs, nodes, weights, bias }: Layer, x: Float64Array): Float64Array {
  return Float64Array.from({ length: nodes }, (_, i) => {
    let sum = bias === null ? 0 : bias[i]!;
    for (let j = 0; j < inputs; j++) sum += weights[i * inputs + j]! * x[j]!;
    return sum;
  });
}

export function forward(settings: Model, weights: DoubleWeights, input: ArrayLike<number>): Pass {
  const { model } = settings;
  const { beta } = gatesOf(settings);
  const layers = valueLayers(settings, weights);
  const x = Float64Array.from(input);
  const eta: Float64Array[] = [x];
  if (hasOwnGates(settings)) for (const layer of weights.W) eta.push(affine(layer, eta.at(-1)!));
  const gates: Float64Array[] = [];
  const values: Float64Array[] = [];
  const h = [model === "dlgn-pwc" ? new Float64Array(x.length).fill(1) : x];
  for (const [l, layer] of layers.entries()) {
    const value = affine(layer, h[l]!);
    values.push(value);
    if (l + 1 === layers.length) break;
    if (model === "relu") gates.push(value.map((entry) => Number(entry > 0)));
    else if (model === "dln") gates.push(new Float64Array(value.length).fill(1));
    else gates.push(eta[l + 1]!.map((entry) => gate(entry, beta)));
    h.push(value.map((entry, i) => entry * gates[l]![i]!));
  }
  return { eta, gates, values, h };
}
