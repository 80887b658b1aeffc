/**
 * sin, cos and tan, two lanes at once: x = k pi/2 + r + tail with |r| <= pi/4, by three parts of pi/2 that leave an
 * error near 2^-119 k, then polynomials. From 1e5 on, one lane at a time with a reduction that is exact for every
 * double.
 */
import {
  cosine0,
  cosine1,
  cosine2,
  cosine3,
  cosine4,
  cosine5,
  halfPi0,
  halfPi1,
  halfPi2,
  sine0,
  sine1,
  sine2,
  sine3,
  sine4,
  sine5,
} from "./coefficients";
import { magnitude, rounder } from "./exponential";

const twoOverPi: f64 = 0.6366197723675814;
const fastRange: f64 = 1e5;

function plusProduct(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(a, f64x2.mul(b, c));
}

/** k, in the low bits too. */
function quarter(x: v128): v128 {
  return plusProduct(f64x2.splat(rounder), x, f64x2.splat(twoOverPi));
}

/** sin(r + tail) */
function sineOf(r: v128, tail: v128, z: v128): v128 {
  const z2 = f64x2.mul(z, z);
  const a = plusProduct(f64x2.splat(sine0), z, f64x2.splat(sine1));
  const b = plusProduct(f64x2.splat(sine2), z, f64x2.splat(sine3));
  const c = plusProduct(f64x2.splat(sine4), z, f64x2.splat(sine5));
  const p = plusProduct(a, z2, plusProduct(b, z2, c));
  const slope = f64x2.mul(tail, f64x2.sub(f64x2.splat(1), f64x2.mul(f64x2.splat(0.5), z)));
  return f64x2.add(r, plusProduct(slope, f64x2.mul(r, z), p));
}

/** cos(r + tail): 1 - z/2 rounds, and what it loses is given back. */
function cosineOf(r: v128, tail: v128, z: v128): v128 {
  const z2 = f64x2.mul(z, z);
  const a = plusProduct(f64x2.splat(cosine0), z, f64x2.splat(cosine1));
  const b = plusProduct(f64x2.splat(cosine2), z, f64x2.splat(cosine3));
  const c = plusProduct(f64x2.splat(cosine4), z, f64x2.splat(cosine5));
  const p = plusProduct(a, z2, plusProduct(b, z2, c));
  const half = f64x2.mul(f64x2.splat(0.5), z);
  const lead = f64x2.sub(f64x2.splat(1), half);
  const lost = f64x2.sub(f64x2.sub(f64x2.splat(1), lead), half);
  return f64x2.add(lead, f64x2.add(lost, f64x2.sub(f64x2.mul(z2, p), f64x2.mul(r, tail))));
}

/** which = 0: sin, 1: cos, 2: tan. */
export function circular(x: v128, which: i32): v128 {
  const shifted = quarter(x);
  const k = f64x2.sub(shifted, f64x2.splat(rounder));
  const lead = f64x2.sub(x, f64x2.mul(k, f64x2.splat(halfPi0)));
  const part = f64x2.mul(k, f64x2.splat(halfPi1));
  const middle = f64x2.sub(lead, part);
  const lost = f64x2.sub(f64x2.sub(lead, middle), part);
  const rest = f64x2.sub(lost, f64x2.mul(k, f64x2.splat(halfPi2)));
  const r = f64x2.add(middle, rest);
  const tail = f64x2.add(f64x2.sub(middle, r), rest);
  const z = f64x2.mul(r, r);
  const sine = sineOf(r, tail, z);
  const cosine = cosineOf(r, tail, z);
  const turn = which === 1 ? i64x2.add(shifted, i64x2.splat(1)) : shifted;
  const odd = i64x2.neg(v128.and(turn, i64x2.splat(1)));
  let result = v128.bitselect(cosine, sine, odd);
  if (which === 2) {
    const other = v128.bitselect(sine, cosine, odd);
    result = v128.xor(f64x2.div(result, other), v128.and(odd, i64x2.splat(i64.MIN_VALUE)));
  } else {
    result = v128.xor(result, i64x2.shl(v128.and(turn, i64x2.splat(2)), 62));
  }
  // sums of zeros lose the sign of -0
  if (which !== 1) result = v128.bitselect(x, result, f64x2.eq(x, f64x2.splat(0)));
  const bad = v128.not(f64x2.lt(magnitude(x), f64x2.splat(fastRange)));
  return v128.any_true(bad) ? v128.bitselect(rare(x, which), result, bad) : result;
}

function rare(x: v128, which: i32): v128 {
  return f64x2.replace_lane(
    f64x2.splat(rareLane(f64x2.extract_lane(x, 0), which)),
    1,
    rareLane(f64x2.extract_lane(x, 1), which),
  );
}

/** Ordinary lanes are not wanted here; 0 costs least. */
function rareLane(x: f64, which: i32): f64 {
  if (Math.abs(x) < fastRange) return 0;
  if (which === 1) return Math.cos(x);
  return which === 0 ? Math.sin(x) : Math.sin(x) / Math.cos(x);
}
