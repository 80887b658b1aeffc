/**
 * log and what is made of it, two lanes at once: x = 2^k m with m from 1/sqrt 2 to sqrt 2, s = (m - 1)/(m + 1), then
 * log m = 2 artanh s = 2 s + s^3 p(s^2) by a polynomial.
 */
import {
  areaTangent0,
  areaTangent1,
  areaTangent2,
  areaTangent3,
  areaTangent4,
  areaTangent5,
  areaTangent6,
  areaTangent7,
  areaTangent8,
  areaTangent9,
  logarithm0,
  logarithm1,
  logarithm2,
  logarithm3,
  logarithm4,
  logarithm5,
  logarithm6,
  logOfTwo0,
  logOfTwo1,
} from "./coefficients";
import { farExp, magnitude, nearExp } from "./exponential";

/**
 * Bits of 1/sqrt 2, and of 1 less those: adding the second moves the mantissas from 1/sqrt 2 to sqrt 2 into one octave.
 */
const leastMantissa: i64 = 0x3fe6a09e00000000;
const offset: i64 = 0x3ff0000000000000 - 0x3fe6a09e00000000;
const mantissaBits: i64 = 0x000fffffffffffff;
/** Bits of 2^52, and 2^52 + 1023: turn a biased exponent into a double. */
const wholeBits: i64 = 0x4330000000000000;
const wholeBias: f64 = 4503599627371519.0;

function plusProduct(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(a, f64x2.mul(b, c));
}

/** k, for x = 2^k m. */
export function exponentOf(x: v128): v128 {
  const biased = i64x2.shr_u(i64x2.add(x, i64x2.splat(offset)), 52);
  return f64x2.sub(v128.or(biased, i64x2.splat(wholeBits)), f64x2.splat(wholeBias));
}

/** m, for x = 2^k m. */
export function mantissaOf(x: v128): v128 {
  const moved = v128.and(i64x2.add(x, i64x2.splat(offset)), i64x2.splat(mantissaBits));
  return i64x2.add(moved, i64x2.splat(leastMantissa));
}

/** p(s^2), z = s^2. */
export function logarithmTail(z: v128): v128 {
  const z2 = f64x2.mul(z, z);
  const a = plusProduct(f64x2.splat(logarithm0), z, f64x2.splat(logarithm1));
  const b = plusProduct(f64x2.splat(logarithm2), z, f64x2.splat(logarithm3));
  const c = plusProduct(f64x2.splat(logarithm4), z, f64x2.splat(logarithm5));
  return plusProduct(a, z2, plusProduct(b, z2, plusProduct(c, z2, f64x2.splat(logarithm6))));
}

/** k log 2 + log(1 + f): 2 s = f - s f, and s f = f^2/2 - s f^2/2 keeps the leading terms exact. */
function logOf(k: v128, f: v128): v128 {
  const s = f64x2.div(f, f64x2.add(f64x2.splat(2), f));
  const z = f64x2.mul(s, s);
  const half = f64x2.mul(f64x2.splat(0.5), f64x2.mul(f, f));
  const rest = plusProduct(half, z, logarithmTail(z));
  const low = plusProduct(f64x2.mul(k, f64x2.splat(logOfTwo1)), s, rest);
  return f64x2.sub(f64x2.mul(k, f64x2.splat(logOfTwo0)), f64x2.sub(f64x2.sub(half, low), f));
}

/** Lanes that are not positive, finite and normal; NaN too. */
export function notNormal(x: v128): v128 {
  const normal = f64x2.ge(x, f64x2.splat(2.2250738585072014e-308));
  return v128.not(v128.and(normal, f64x2.lt(x, f64x2.splat(Infinity))));
}

/** log x for subnormal numbers, times 2^54, and for what has no logarithm. */
function rareLog(x: v128): v128 {
  const big = f64x2.mul(x, f64x2.splat(18014398509481984));
  const k = f64x2.sub(exponentOf(big), f64x2.splat(54));
  const tiny = logOf(k, f64x2.sub(mantissaOf(big), f64x2.splat(1)));
  const edge = v128.bitselect(f64x2.splat(-Infinity), tiny, f64x2.eq(x, f64x2.splat(0)));
  const result = v128.bitselect(f64x2.splat(NaN), edge, f64x2.lt(x, f64x2.splat(0)));
  return v128.bitselect(result, x, f64x2.lt(x, f64x2.splat(Infinity)));
}

export function log(x: v128): v128 {
  const result = logOf(exponentOf(x), f64x2.sub(mantissaOf(x), f64x2.splat(1)));
  const bad = notNormal(x);
  return v128.any_true(bad) ? v128.bitselect(rareLog(x), result, bad) : result;
}

/** log u with u = 1 + x, and the rounding of u given back to m - 1. The sign of x is the sign of the result. */
export function log1p(x: v128): v128 {
  const one = f64x2.splat(1);
  const u = f64x2.add(x, one);
  const back = f64x2.sub(u, one);
  const lost = f64x2.add(f64x2.sub(x, back), f64x2.sub(one, f64x2.sub(u, back)));
  const k = exponentOf(u);
  const m = mantissaOf(u);
  // m/u = 2^-k exactly
  const f = f64x2.add(f64x2.sub(m, one), f64x2.mul(lost, f64x2.div(m, u)));
  const result = v128.or(logOf(k, f), v128.and(x, i64x2.splat(i64.MIN_VALUE)));
  const bad = notNormal(u);
  return v128.any_true(bad) ? v128.bitselect(rareLog(u), result, bad) : result;
}

/** max(x, 0) + log(1 + e), e = e^-|x| <= 1, and log(1 + e) = 2 artanh(e/(2 + e)). */
export function softplus(x: v128): v128 {
  const size = magnitude(x);
  let e = nearExp(f64x2.neg(f64x2.pmin(size, f64x2.splat(707))));
  const far = f64x2.gt(size, f64x2.splat(707));
  if (v128.any_true(far)) e = v128.bitselect(farExp(f64x2.neg(size)), e, far);
  const s = f64x2.div(e, f64x2.add(f64x2.splat(2), e));
  const z = f64x2.mul(s, s);
  const z2 = f64x2.mul(z, z);
  const z4 = f64x2.mul(z2, z2);
  const a = plusProduct(f64x2.splat(areaTangent0), z, f64x2.splat(areaTangent1));
  const b = plusProduct(f64x2.splat(areaTangent2), z, f64x2.splat(areaTangent3));
  const c = plusProduct(f64x2.splat(areaTangent4), z, f64x2.splat(areaTangent5));
  const d = plusProduct(f64x2.splat(areaTangent6), z, f64x2.splat(areaTangent7));
  const g = plusProduct(f64x2.splat(areaTangent8), z, f64x2.splat(areaTangent9));
  const tail = plusProduct(plusProduct(a, z2, b), z4, plusProduct(plusProduct(c, z2, d), z4, g));
  const sum = plusProduct(f64x2.add(s, s), f64x2.mul(s, z), tail);
  return f64x2.add(f64x2.max(x, f64x2.splat(0)), sum);
}
