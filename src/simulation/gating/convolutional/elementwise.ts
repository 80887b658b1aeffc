/** Operations that go entry by entry, or channel by channel. */
import { gate } from "../plain/forward.js";
import { type Tape, type Tensor, tensor } from "./tensor.js";

/** a + b, of the same shape. */
export function add(tape: Tape, a: Tensor, b: Tensor): Tensor {
  const out = tensor(tape.kernels, a);
  const size = out.values.length;
  for (let i = 0; i < size; i++) out.values[i] = a.values[i]! + b.values[i]!;
  tape.record(() => {
    for (let i = 0; i < size; i++) {
      a.gradient[i]! += out.gradient[i]!;
      b.gradient[i]! += out.gradient[i]!;
    }
  });
  return out;
}

/** max(0, a). */
export function rectify(tape: Tape, a: Tensor): Tensor {
  const out = tensor(tape.kernels, a);
  const size = out.values.length;
  for (let i = 0; i < size; i++) out.values[i] = Math.max(0, a.values[i]!);
  tape.record(() => {
    for (let i = 0; i < size; i++) if (a.values[i]! > 0) a.gradient[i]! += out.gradient[i]!;
  });
  return out;
}

/** g(eta) v with the gates g of `gate`; through those of "hard" no gradient flows to eta. */
export function gated(tape: Tape, eta: Tensor, v: Tensor, beta: number | "hard"): Tensor {
  const out = tensor(tape.kernels, v);
  const gates = tape.kernels.zeros(out.values.length);
  for (let i = 0; i < gates.length; i++) {
    gates[i] = gate(eta.values[i]!, beta);
    out.values[i] = v.values[i]! * gates[i]!;
  }
  tape.record(() => {
    for (let i = 0; i < gates.length; i++) {
      const [slope, g] = [out.gradient[i]!, gates[i]!];
      v.gradient[i]! += slope * g;
      if (beta !== "hard") eta.gradient[i]! += slope * v.values[i]! * beta * g * (1 - g);
    }
  });
  return out;
}

/** a plus one number a channel. */
export function addBias(tape: Tape, a: Tensor, bias: Tensor): Tensor {
  const out = tensor(tape.kernels, a);
  const pixels = a.height * a.width;
  const planes = a.samples * a.channels;
  for (let k = 0; k < planes; k++) {
    const shift = bias.values[k % a.channels]!;
    for (let i = k * pixels; i < (k + 1) * pixels; i++) out.values[i] = a.values[i]! + shift;
  }
  tape.record(() => {
    for (let k = 0; k < planes; k++) {
      let sum = 0;
      for (let i = k * pixels; i < (k + 1) * pixels; i++) {
        a.gradient[i]! += out.gradient[i]!;
        sum += out.gradient[i]!;
      }
      bias.gradient[k % a.channels]! += sum;
    }
  });
  return out;
}

/** The mean of every channel over its pixels: 1 x 1 images. */
export function averageOverPixels(tape: Tape, a: Tensor): Tensor {
  const out = tensor(tape.kernels, { ...a, height: 1, width: 1 });
  const pixels = a.height * a.width;
  for (let k = 0; k < out.values.length; k++) {
    for (let i = k * pixels; i < (k + 1) * pixels; i++) out.values[k]! += a.values[i]! / pixels;
  }
  tape.record(() => {
    for (let k = 0; k < out.values.length; k++) {
      for (let i = k * pixels; i < (k + 1) * pixels; i++) a.gradient[i]! += out.gradient[k]! / pixels;
    }
  });
  return out;
}
