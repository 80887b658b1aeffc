import { type Tape, type Tensor, tensor } from "./tensor.js";
import { foldInto, unfold, unfoldedHeight, unfoldedWidth, type Windows } from "./unfold.js";

/**
 * Cross-correlation with zero padding that keeps the size at stride 1: out = weights windows, sample by sample. `weights`:
 * filters x channels x size x size, as a tensor of these four counts.
 */
export function convolve(tape: Tape, input: Tensor, weights: Tensor, stride: number): Tensor {
  const { kernels } = tape;
  const { samples: filters, height: size } = weights;
  const { samples, channels, height, width } = input;
  const windows: Windows = { channels, height, width, size, stride };
  const shape = { samples, channels: filters, height: unfoldedHeight(windows), width: unfoldedWidth(windows) };
  const out = tensor(kernels, shape);
  const [inner, places] = [channels * size * size, shape.height * shape.width];
  const columns = kernels.zeros(inner * places);
  const imageOf = (values: Tensor["values"], s: number) =>
    values.subarray(s * channels * height * width, (s + 1) * channels * height * width);
  const outOf = (values: Tensor["values"], s: number) =>
    values.subarray(s * filters * places, (s + 1) * filters * places);
  for (let s = 0; s < samples; s++) {
    unfold(windows, imageOf(input.values, s), columns);
    const product = { rows: filters, columns: places, inner };
    kernels.addProduct(product, weights.values, columns, outOf(out.values, s));
  }
  tape.record(() => {
    for (let s = 0; s < samples; s++) {
      const gradient = outOf(out.gradient, s);
      unfold(windows, imageOf(input.values, s), columns);
      const byWeights = { rows: filters, columns: inner, inner: places, bTurned: true };
      kernels.addProduct(byWeights, gradient, columns, weights.gradient);
      columns.fill(0);
      const byWindows = { rows: inner, columns: places, inner: filters, aTurned: true };
      kernels.addProduct(byWindows, weights.values, gradient, columns);
      foldInto(windows, columns, imageOf(input.gradient, s));
    }
  });
  return out;
}
