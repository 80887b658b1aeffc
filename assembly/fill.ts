/**
 * Standard Gaussians, the same bits as GaussianStream of src/numeric/random: xoshiro256++ and a ziggurat whose tables the
 * host provides. The state lives in local variables while points fall inside, in globals on the rare way out.
 */
import { portableExp } from "../src/numeric/random/portableExp";
import { portableLog } from "../src/numeric/random/portableLog";

let s0: u64 = 0;
let s1: u64 = 0;
let s2: u64 = 0;
let s3: u64 = 0;

function step(): u64 {
  const drawn = rotl<u64>(s0 + s3, 23) + s0;
  const shifted = s1 << 17;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= shifted;
  s3 = rotl<u64>(s3, 45);
  return drawn;
}

function uniform(): f64 {
  // 52 bits: signed conversion is exact, and the faster one
  return (<f64>(<i64>(step() >> 12)) + 0.5) * 2.220446049250313e-16;
}

function tail(edge: f64): f64 {
  while (true) {
    const x = -portableLog(uniform()) / edge;
    const y = -portableLog(uniform());
    if (2.0 * y > x * x) return edge + x;
  }
}

/** A point outside the inner rectangle of its layer: |Gaussian|, or -1 where it is rejected. */
function outside(layer: usize, x: f64, density: usize, edge: f64): f64 {
  if (layer === 0) return tail(edge);
  const below = load<f64>(density + (layer << 3));
  const height = below + uniform() * (load<f64>(density + (layer << 3), 8) - below);
  return height < portableExp(-0.5 * x * x) ? x : -1.0;
}

/** `state`: four words. `tables`: scale (256), inside (256), density (257), edge. */
export function fill(state: usize, tables: usize, target: usize, width: usize, stride: usize, columns: usize): void {
  s0 = load<u64>(state);
  s1 = load<u64>(state, 8);
  s2 = load<u64>(state, 16);
  s3 = load<u64>(state, 24);
  const inside = tables + 2048;
  const density = tables + 4096;
  const edge = load<f64>(tables, 4096 + 257 * 8);
  for (let c: usize = 0; c < columns; c++)
    fillColumn(target + ((c * stride) << 3), width, tables, inside, density, edge);
}

function fillColumn(target: usize, width: usize, scale: usize, inside: usize, density: usize, edge: f64): void {
  let a = s0;
  let b = s1;
  let c = s2;
  let d = s3;
  const end = target + (width << 3);
  while (target < end) {
    const bits = rotl<u64>(a + d, 23) + a;
    const shifted = b << 17;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotl<u64>(d, 45);
    const layer = <usize>(bits & 255);
    const point = <f64>(<i64>(bits >> 11));
    const sign = (bits & 256) << 55;
    let x = point * load<f64>(scale + (layer << 3));
    if (point >= load<f64>(inside + (layer << 3))) {
      s0 = a;
      s1 = b;
      s2 = c;
      s3 = d;
      x = outside(layer, x, density, edge);
      a = s0;
      b = s1;
      c = s2;
      d = s3;
      if (x < 0.0) continue;
    }
    store<u64>(target, reinterpret<u64>(x) | sign);
    target += 8;
  }
  s0 = a;
  s1 = b;
  s2 = c;
  s3 = d;
}
