/**
 * exp and what is made of it, two lanes at once: x = k log 2 + r with |r| <= log(2)/2, then e^r = 1 + r + r^2 q(r), q a
 * polynomial (generate_coefficients.py).
 */
import {
  exponential0,
  exponential1,
  exponential2,
  exponential3,
  exponential4,
  exponential5,
  exponential6,
  exponential7,
  exponential8,
  exponential9,
  logOfTwo0,
  logOfTwo1,
} from "./coefficients";

/** 1.5 * 2^52: adding it rounds to a whole number, which then stands in the low bits. */
export const rounder: f64 = 6755399441055744.0;
const inverseLogOfTwo: f64 = Math.LOG2E;
/** Below this size, 2^k is a normal number. */
const fastRange: f64 = 708.0;
export const signBit: i64 = i64.MIN_VALUE;

export function magnitude(x: v128): v128 {
  return f64x2.abs(x);
}

function plusProduct(a: v128, b: v128, c: v128): v128 {
  return f64x2.add(a, f64x2.mul(b, c));
}

/** (e^r - 1) by Estrin's scheme: short chains of dependent operations. */
function reduced(r: v128): v128 {
  const r2 = f64x2.mul(r, r);
  const r4 = f64x2.mul(r2, r2);
  const a = plusProduct(f64x2.splat(exponential0), r, f64x2.splat(exponential1));
  const b = plusProduct(f64x2.splat(exponential2), r, f64x2.splat(exponential3));
  const c = plusProduct(f64x2.splat(exponential4), r, f64x2.splat(exponential5));
  const d = plusProduct(f64x2.splat(exponential6), r, f64x2.splat(exponential7));
  const e = plusProduct(f64x2.splat(exponential8), r, f64x2.splat(exponential9));
  const low = plusProduct(a, r2, b);
  const high = plusProduct(plusProduct(c, r2, d), r4, e);
  return plusProduct(r, r2, plusProduct(low, r4, high));
}

/** e^(x + tail) 2^offset; garbage unless x / log 2 + offset lies within +-1021. */
export function scaledExp(x: v128, tail: v128, offset: i64): v128 {
  const shifted = plusProduct(f64x2.splat(rounder), x, f64x2.splat(inverseLogOfTwo));
  const k = f64x2.sub(shifted, f64x2.splat(rounder));
  const lead = f64x2.sub(x, f64x2.mul(k, f64x2.splat(logOfTwo0)));
  const r = f64x2.add(f64x2.sub(lead, f64x2.mul(k, f64x2.splat(logOfTwo1))), tail);
  const bits = i64x2.shl(i64x2.add(shifted, i64x2.splat(offset)), 52);
  return i64x2.add(f64x2.add(f64x2.splat(1), reduced(r)), bits);
}

/** nearExp for `exp` alone: a function with one caller becomes part of its loop, and saves a call a pair. */
function hotExp(x: v128): v128 {
  const shifted = plusProduct(f64x2.splat(rounder), x, f64x2.splat(inverseLogOfTwo));
  const k = f64x2.sub(shifted, f64x2.splat(rounder));
  const lead = f64x2.sub(x, f64x2.mul(k, f64x2.splat(logOfTwo0)));
  const r = f64x2.sub(lead, f64x2.mul(k, f64x2.splat(logOfTwo1)));
  return i64x2.add(f64x2.add(f64x2.splat(1), reduced(r)), i64x2.shl(shifted, 52));
}

/** Garbage for |x| >= 708. */
export function nearExp(x: v128): v128 {
  return scaledExp(x, f64x2.splat(0), 0);
}

/** 2^k (e^r - 1) + (2^k - 1); garbage for |x| >= 708. */
export function nearExpm1(x: v128): v128 {
  const shifted = plusProduct(f64x2.splat(rounder), x, f64x2.splat(inverseLogOfTwo));
  const k = f64x2.sub(shifted, f64x2.splat(rounder));
  const lead = f64x2.sub(x, f64x2.mul(k, f64x2.splat(logOfTwo0)));
  const r = f64x2.sub(lead, f64x2.mul(k, f64x2.splat(logOfTwo1)));
  const scale = i64x2.add(i64x2.shl(shifted, 52), f64x2.splat(1));
  return plusProduct(f64x2.sub(scale, f64x2.splat(1)), scale, reduced(r));
}

/** Lanes that the fast formulas do not reach; NaN too. */
function far(x: v128): v128 {
  return v128.not(f64x2.lt(magnitude(x), f64x2.splat(fastRange)));
}

/** e^(x/2); x is cut where the square overflows or vanishes, as e^x does. NaN stays NaN. */
function halfExp(x: v128): v128 {
  const cut = f64x2.pmax(f64x2.pmin(x, f64x2.splat(1410)), f64x2.splat(-1410));
  return v128.bitselect(scaledExp(f64x2.mul(f64x2.splat(0.5), cut), f64x2.splat(0), 0), x, f64x2.eq(x, x));
}

/** e^x for every x; less accurate than the fast formula by a factor 2. */
export function farExp(x: v128): v128 {
  const half = halfExp(x);
  return f64x2.mul(half, half);
}

export function exp(x: v128): v128 {
  const result = hotExp(x);
  const bad = far(x);
  return v128.any_true(bad) ? v128.bitselect(farExp(x), result, bad) : result;
}

export function expm1(x: v128): v128 {
  const result = v128.or(nearExpm1(x), v128.and(x, i64x2.splat(signBit)));
  const bad = far(x);
  return v128.any_true(bad) ? v128.bitselect(f64x2.sub(farExp(x), f64x2.splat(1)), result, bad) : result;
}

/** 1/(1 + e^-x). */
export function sigmoid(x: v128): v128 {
  const opposite = f64x2.neg(x);
  const bad = far(x);
  let e = nearExp(opposite);
  if (v128.any_true(bad)) e = v128.bitselect(farExp(opposite), e, bad);
  return f64x2.div(f64x2.splat(1), f64x2.add(f64x2.splat(1), e));
}

/** -t/(t + 2) with t = e^(-2 |x|) - 1, and the sign of x; 1 from 22 on. */
export function tanh(x: v128): v128 {
  const t = nearExpm1(f64x2.mul(f64x2.splat(-2), f64x2.pmin(magnitude(x), f64x2.splat(22))));
  const size = f64x2.div(f64x2.neg(t), f64x2.add(t, f64x2.splat(2)));
  return v128.or(magnitude(size), v128.and(x, i64x2.splat(signBit)));
}

/** (t + t/(t + 1))/2 with t = e^|x| - 1, and the sign of x. */
export function sinh(x: v128): v128 {
  const size = magnitude(x);
  const t = nearExpm1(size);
  const bad = far(x);
  let result = f64x2.mul(f64x2.splat(0.5), f64x2.add(t, f64x2.div(t, f64x2.add(t, f64x2.splat(1)))));
  if (v128.any_true(bad)) {
    const half = halfExp(size);
    result = v128.bitselect(f64x2.mul(f64x2.mul(f64x2.splat(0.5), half), half), result, bad);
  }
  return v128.or(result, v128.and(x, i64x2.splat(signBit)));
}

/** e^|x|/2 + e^-|x|/2. */
export function cosh(x: v128): v128 {
  const size = magnitude(x);
  const e = nearExp(size);
  const bad = far(x);
  const result = f64x2.mul(f64x2.splat(0.5), f64x2.add(e, f64x2.div(f64x2.splat(1), e)));
  if (!v128.any_true(bad)) return result;
  const half = halfExp(size);
  return v128.bitselect(f64x2.mul(f64x2.mul(f64x2.splat(0.5), half), half), result, bad);
}
