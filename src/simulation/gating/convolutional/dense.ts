import { type Tape, type Tensor, tensor } from "./tensor.js";

/** Every sample's channels (1 x 1 images) times weights^T; `weights`: nodes x channels. */
export function dense(tape: Tape, input: Tensor, weights: Tensor): Tensor {
  const { kernels } = tape;
  const { samples, channels } = input;
  const nodes = weights.samples;
  const out = tensor(kernels, { samples, channels: nodes, height: 1, width: 1 });
  const forward = { rows: samples, columns: nodes, inner: channels, bTurned: true };
  kernels.addProduct(forward, input.values, weights.values, out.values);
  tape.record(() => {
    const byWeights = { rows: nodes, columns: channels, inner: samples, aTurned: true };
    kernels.addProduct(byWeights, out.gradient, input.values, weights.gradient);
    const byInput = { rows: samples, columns: channels, inner: nodes };
    kernels.addProduct(byInput, out.gradient, weights.values, input.gradient);
  });
  return out;
}
