/**
 * D <- (e - mean(e) - z mean(e z))/sqrt(variance + epsilon), e = gamma phi'(gamma z + beta) D, means over each batch of a row;
 * not `centred`: without mean(e). Panels as in bnForward. `scratch`: four arrays of 256 numbers. For `result` < 0 there is no
 * program, and the block `slopes` holds phi'.
 */
import { clearRest } from "./clearRest";
import { runProgram } from "./elementwise/runProgram";
import { moments } from "./moments";
import { normalise } from "./normalise";

const PANEL: usize = 256;

export function bnBackward(
  h: usize,
  d: usize,
  width: usize,
  stride: usize,
  columns: usize,
  batch: usize,
  epsilon: f64,
  gamma: f64,
  beta: f64,
  centred: bool,
  code: usize,
  count: i32,
  registers: usize,
  result: i32,
  scratch: usize,
  slopes: usize,
): void {
  const column = stride << 3;
  const rows = (width + 3) & ~3;
  const mean = scratch;
  const scale = scratch + (PANEL << 3);
  const sums = scratch + (PANEL << 4);
  for (let c: usize = 0; c < columns; c += batch) {
    for (let first: usize = 0; first < rows; first += PANEL) {
      const bytes = min(PANEL, rows - first) << 3;
      const at = c * column + (first << 3);
      moments(h + at, column, batch, bytes, epsilon, centred, mean, scale);
      memory.fill(sums, 0, PANEL << 4);
      for (let k = at; k < at + batch * column; k += column) {
        let slope = slopes + k;
        if (result >= 0) {
          normalise(h + k, h + at, bytes, centred, mean, scale, gamma, beta, registers);
          runProgram(code, count, registers, <i32>(bytes >> 3));
          slope = registers + <usize>result * bytes;
        }
        throughActivation(h + k, h + at, d + k, slope, bytes, centred, gamma, mean, scale, sums);
      }
      meansOf(sums, bytes, batch, centred);
      for (let k = at; k < at + batch * column; k += column) {
        project(h + k, h + at, d + k, bytes, centred, mean, scale, sums);
      }
    }
  }
  clearRest(d, width, rows, column, columns);
}

/** D <- e of one column; adds e to the first of `sums` and e z to the second. */
function throughActivation(
  h: usize,
  origin: usize,
  d: usize,
  slope: usize,
  bytes: usize,
  centred: bool,
  gamma: f64,
  mean: usize,
  scale: usize,
  sums: usize,
): void {
  const factor = f64x2.splat(gamma);
  const products = sums + (PANEL << 3);
  for (let i: usize = 0; i < bytes; i += 16) {
    const difference = centred ? f64x2.sub(v128.load(h + i), v128.load(origin + i)) : v128.load(h + i);
    const z = f64x2.mul(f64x2.sub(difference, v128.load(mean + i)), v128.load(scale + i));
    const e = f64x2.mul(f64x2.mul(factor, v128.load(slope + i)), v128.load(d + i));
    v128.store(d + i, e);
    v128.store(sums + i, f64x2.add(v128.load(sums + i), e));
    v128.store(products + i, f64x2.add(v128.load(products + i), f64x2.mul(e, z)));
  }
}

/** Sums over a batch become means; the first ones 0 where the mean was not subtracted. */
function meansOf(sums: usize, bytes: usize, batch: usize, centred: bool): void {
  const products = sums + (PANEL << 3);
  const share = f64x2.splat(1.0 / <f64>batch);
  const first = centred ? share : f64x2.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    v128.store(sums + i, f64x2.mul(v128.load(sums + i), first));
    v128.store(products + i, f64x2.mul(v128.load(products + i), share));
  }
}

/** D <- (D - mean(e) - z mean(e z)) scale of one column. */
function project(
  h: usize,
  origin: usize,
  d: usize,
  bytes: usize,
  centred: bool,
  mean: usize,
  scale: usize,
  sums: usize,
): void {
  const products = sums + (PANEL << 3);
  for (let i: usize = 0; i < bytes; i += 16) {
    const s = v128.load(scale + i);
    const difference = centred ? f64x2.sub(v128.load(h + i), v128.load(origin + i)) : v128.load(h + i);
    const z = f64x2.mul(f64x2.sub(difference, v128.load(mean + i)), s);
    const rest = f64x2.sub(f64x2.sub(v128.load(d + i), v128.load(sums + i)), f64x2.mul(z, v128.load(products + i)));
    v128.store(d + i, f64x2.mul(rest, s));
  }
}
