/** Functions that few activations use, one lane at a time. */
import { Opcode } from "./opcodes";

export function runScalar(opcode: i32, to: usize, end: usize, from: usize, stride: usize): void {
  for (; to < end; to += 16, from += stride) {
    const first = scalar(opcode, load<f64>(from));
    const second = scalar(opcode, load<f64>(from, 8));
    store<f64>(to, first);
    store<f64>(to, second, 8);
  }
}

function scalar(opcode: i32, x: f64): f64 {
  switch (opcode) {
    case Opcode.cubeRoot:
      return Math.cbrt(x);
    case Opcode.asin:
      return Math.asin(x);
    case Opcode.acos:
      return Math.acos(x);
    default:
      return Math.atan(x);
  }
}
