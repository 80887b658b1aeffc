/** What the theorems about training share: the trainer's own double-precision gradients for networks of the theory. */
import type { DoubleWeights } from "../../../simulation/gating/plain/forward.js";
import { lossGradient } from "../../../simulation/gating/plain/lossGradient.js";
import type { GatedSamples, GatedSettings } from "../../../simulation/gating/settings.js";
import { type GatedModel, type GatedNetwork, isLinearlyGated } from "../../../theory/gating/network/gatedNetwork.js";
import { biases, choice, networkSizes, size } from "../ways/parameters.js";
import { parametersOf } from "../ways/plainNetwork.js";
import { gaussianList, type NetworkValues, networkOf, pointOf } from "../ways/randomNetworks.js";

export const trainingSizes = { ...networkSizes, n: size(1, 4, "Samples n of the batch."), biases } as const;
export const losses = choice(["mse", "cross-entropy"], "The loss; of cross-entropy the labels are 0, 1, 0, ...");

export type TrainingValues = NetworkValues & { readonly n: number; readonly model: string };

/** Steps are >= in a DLGN and > in ReLU, as the trainer has them. */
export function trainedNetwork({ model, ...values }: Omit<TrainingValues, "n">, beta?: number): GatedNetwork {
  const kind = beta === undefined ? { atZero: model === "relu" ? ("closed" as const) : ("open" as const) } : { beta };
  return networkOf(model as GatedModel, values, kind);
}

/** Points, targets and labels, rounded to single precision as the trainer takes them. */
export function batchOf(values: Pick<TrainingValues, "d" | "n" | "C" | "weights" | "seed">) {
  const { n, C, seed } = values;
  return {
    points: Array.from({ length: n }, (_, k) => pointOf(values, k).map(Math.fround)),
    targets: gaussianList(seed, n * C).map(Math.fround),
    labels: Array.from({ length: n }, (_, k) => k % C),
  };
}

type Batch = ReturnType<typeof batchOf>;
type Loss = GatedSettings["loss"];

/** The network in the trainer's arrays. */
export function weightsOf({ model, W, U, b, c }: GatedNetwork): DoubleWeights {
  const layers = (rows: GatedNetwork["W"], biases: GatedNetwork["b"]) =>
    rows.map((layer, l) => ({
      inputs: layer[0].length,
      nodes: layer.length,
      weights: Float64Array.from(layer.flat()),
      bias: biases === null ? null : Float64Array.from(biases[l]),
    }));
  return { W: layers(W, b), U: isLinearlyGated(model) ? layers(U, c) : [] };
}

/** The trainer's gradient by every parameter, in the order of `parametersOf`. */
export function trainerGradient(network: GatedNetwork, batch: Batch, loss: Loss, which: "all" | "W" | "U" = "all") {
  const { model, beta, widths } = network;
  const gates = isLinearlyGated(model) ? { beta: beta ?? ("hard" as const), fixed: false } : null;
  const inputs = Float32Array.from(batch.points.flat());
  const samples: GatedSamples =
    loss === "mse"
      ? { inputs, targets: Float32Array.from(batch.targets) }
      : { inputs, labels: Uint8Array.from(batch.labels) };
  const settings = { model, gates, inputs: widths[0] };
  const { gradient } = lossGradient(settings, weightsOf(network), samples, [...batch.points.keys()]);
  return parametersOf(network, which).map(({ set, layer, row, column }) => {
    const own = (set === "W" || set === "b" ? gradient.W : gradient.U)[layer];
    return set === "W" || set === "U" ? own.weights[row * own.inputs + column] : own.bias![row];
  });
}

/** The mean loss of outputs, n lists of C numbers. */
export function lossOf(outputs: readonly (readonly number[])[], { targets, labels }: Batch, loss: Loss): number {
  const each = outputs.map((f, k) => {
    if (loss === "mse") return f.reduce((sum, y, c) => sum + (y - targets[k * f.length + c]) ** 2, 0) / f.length;
    return Math.log(f.reduce((sum, y) => sum + Math.exp(y - f[labels[k]]), 0));
  });
  return each.reduce((sum, one) => sum + one, 0) / each.length;
}
