import { type Tape, type Tensor, tensor } from "./tensor.js";

/** Added to variances. */
const EPSILON = 1e-5;

/**
 * Batch normalisation: (a - mean)/sqrt(variance + 1e-5) scale + shift, with the statistics of this batch over samples and pixels
 * of each channel. There are no running averages: whoever measures a network does so batch by batch.
 */
export function normalise(tape: Tape, a: Tensor, scale: Tensor, shift: Tensor): Tensor {
  const out = tensor(tape.kernels, a);
  const { samples, channels } = a;
  const pixels = a.height * a.width;
  const count = samples * pixels;
  const standard = tape.kernels.zeros(a.values.length);
  const roots: number[] = [];
  const each = (channel: number, use: (i: number) => void) => {
    for (let s = 0; s < samples; s++) {
      const start = (s * channels + channel) * pixels;
      for (let i = start; i < start + pixels; i++) use(i);
    }
  };
  for (let c = 0; c < channels; c++) {
    let [mean, square] = [0, 0];
    each(c, (i) => {
      mean += a.values[i]! / count;
    });
    each(c, (i) => {
      square += (a.values[i]! - mean) ** 2 / count;
    });
    const root = 1 / Math.sqrt(square + EPSILON);
    roots.push(root);
    each(c, (i) => {
      standard[i] = (a.values[i]! - mean) * root;
      out.values[i] = standard[i]! * scale.values[c]! + shift.values[c]!;
    });
  }
  tape.record(() => {
    for (let c = 0; c < channels; c++) {
      let [sum, product] = [0, 0];
      each(c, (i) => {
        sum += out.gradient[i]!;
        product += out.gradient[i]! * standard[i]!;
      });
      shift.gradient[c]! += sum;
      scale.gradient[c]! += product;
      const factor = scale.values[c]! * roots[c]!;
      each(c, (i) => {
        a.gradient[i]! += factor * (out.gradient[i]! - sum / count - (standard[i]! * product) / count);
      });
    }
  });
  return out;
}
