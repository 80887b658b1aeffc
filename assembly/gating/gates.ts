/** What hidden layers do entry by entry. `bytes` is the size of each array, a multiple of 16. */
import { exponential } from "./exponential";

/** gates = 1/(1 + exp(-beta eta)). */
export function softGate(eta: usize, beta: f32, gates: usize, bytes: u32): void {
  const one = f32x4.splat(1);
  const factor = f32x4.splat(-beta);
  for (let i: u32 = 0; i < bytes; i += 16) {
    const power = exponential(f32x4.mul(factor, v128.load(eta + i)));
    v128.store(gates + i, f32x4.div(one, f32x4.add(one, power)));
  }
}

/** gates = 1(eta >= 0). */
export function hardGate(eta: usize, gates: usize, bytes: u32): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  for (let i: u32 = 0; i < bytes; i += 16) {
    v128.store(gates + i, v128.and(one, f32x4.ge(v128.load(eta + i), zero)));
  }
}

/** gates = 1(values > 0), and out = gates values: it keeps NaN. */
export function rectify(values: usize, gates: usize, out: usize, bytes: u32): void {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  for (let i: u32 = 0; i < bytes; i += 16) {
    const value = v128.load(values + i);
    v128.store(gates + i, v128.and(one, f32x4.gt(value, zero)));
    v128.store(out + i, f32x4.max(value, zero));
  }
}

/** out = left right; `out` may be one of them. */
export function times(left: usize, right: usize, out: usize, bytes: u32): void {
  for (let i: u32 = 0; i < bytes; i += 16) {
    v128.store(out + i, f32x4.mul(v128.load(left + i), v128.load(right + i)));
  }
}

/** From the gradient by h = g(eta) v: out = gradient v beta g (1 - g), that by eta. */
export function gateGradient(gradient: usize, values: usize, gates: usize, beta: f32, out: usize, bytes: u32): void {
  const factor = f32x4.splat(beta);
  const one = f32x4.splat(1);
  for (let i: u32 = 0; i < bytes; i += 16) {
    const gate = v128.load(gates + i);
    const slope = f32x4.mul(factor, f32x4.mul(gate, f32x4.sub(one, gate)));
    v128.store(out + i, f32x4.mul(slope, f32x4.mul(v128.load(gradient + i), v128.load(values + i))));
  }
}

/** into += from. */
export function add(into: usize, from: usize, bytes: u32): void {
  for (let i: u32 = 0; i < bytes; i += 16) {
    v128.store(into + i, f32x4.add(v128.load(into + i), v128.load(from + i)));
  }
}

/** out(j) = sum over rows of values(i, j). */
export function columnSums(values: usize, rows: u32, columns: u32, out: usize): void {
  const stride = columns << 2;
  for (let j: u32 = 0; j < stride; j += 16) {
    let sum = f32x4.splat(0);
    for (let i: u32 = 0; i < rows; i++) sum = f32x4.add(sum, v128.load(values + i * stride + j));
    v128.store(out + j, sum);
  }
}
