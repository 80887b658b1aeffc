/**
 * x^y = exp(y log x), two lanes at once, with log x and y log x in two doubles each: the error of the exponent, which
 * the exponential turns into a relative error, stays near 2^-52.
 */
import { logOfTwo0, logOfTwo1 } from "./coefficients";
import { magnitude, scaledExp } from "./exponential";
import { exponentOf, logarithmTail, mantissaOf, notNormal } from "./logarithm";

/** The upper 21 bits of a mantissa: products of two such numbers are exact. */
const headBits: i64 = 0xffffffff00000000;
/** Veltkamp's factor 2^27 + 1. */
const splitter: f64 = 134217729;
/**
 * Within these, e^exponent is normal; powers beyond e^+-706 may have been cut, or have been computed with |y| > 1e20.
 */
const exponentLimit: f64 = 707;
const greatestPower: f64 = 4.1e306;
const leastPower: f64 = 2.4e-307;

function headOf(x: v128): v128 {
  return v128.and(x, i64x2.splat(headBits));
}

/** a b - p for p = a b rounded, by the upper 26 bits of each factor. */
function productError(a: v128, b: v128, p: v128): v128 {
  const factor = f64x2.splat(splitter);
  const aUp = f64x2.mul(a, factor);
  const bUp = f64x2.mul(b, factor);
  const a1 = f64x2.sub(aUp, f64x2.sub(aUp, a));
  const b1 = f64x2.sub(bUp, f64x2.sub(bUp, b));
  const a2 = f64x2.sub(a, a1);
  const b2 = f64x2.sub(b, b1);
  const first = f64x2.add(f64x2.sub(f64x2.mul(a1, b1), p), f64x2.mul(a1, b2));
  return f64x2.add(f64x2.add(first, f64x2.mul(a2, b1)), f64x2.mul(a2, b2));
}

/** x^y for positive, normal x and |y| <= 1e20; the exponent y log x is cut to +-707. */
function nearPower(x: v128, y: v128): v128 {
  const one = f64x2.splat(1);
  const k = exponentOf(x);
  const m = mantissaOf(x);
  // s = f/(m + 1) in two parts: s1 d1, s1 d2 are exact for m + 1 = d1 + d2
  const f = f64x2.sub(m, one);
  const d = f64x2.add(m, one);
  const s = f64x2.div(f, d);
  const s1 = headOf(s);
  const d1 = headOf(d);
  const d2 = f64x2.sub(m, f64x2.sub(d1, one));
  const s2 = f64x2.div(f64x2.sub(f64x2.sub(f, f64x2.mul(s1, d1)), f64x2.mul(s1, d2)), d);
  const z = f64x2.mul(s, s);
  const cubic = f64x2.mul(f64x2.mul(s, z), logarithmTail(z));
  const big = f64x2.mul(k, f64x2.splat(logOfTwo0));
  const twice = f64x2.add(s1, s1);
  const lead = f64x2.add(big, twice);
  const lost = f64x2.add(f64x2.sub(big, lead), twice);
  const rest = f64x2.add(f64x2.add(f64x2.add(s2, s2), cubic), f64x2.mul(k, f64x2.splat(logOfTwo1)));
  const logarithm = f64x2.add(lead, f64x2.add(lost, rest));
  const logarithmRest = f64x2.add(f64x2.add(f64x2.sub(lead, logarithm), lost), rest);
  const exponent = f64x2.mul(y, logarithm);
  const tail = f64x2.add(productError(y, logarithm, exponent), f64x2.mul(y, logarithmRest));
  const limit = f64x2.splat(exponentLimit);
  const cut = f64x2.pmax(f64x2.pmin(exponent, limit), f64x2.neg(limit));
  return scaledExp(cut, v128.and(tail, f64x2.eq(cut, exponent)), 0);
}

/** 0 to a positive power is 0; below 0 a power needs a whole exponent, and an odd one gives it the sign of x. */
function signed(x: v128, y: v128, size: v128, zero: v128): v128 {
  const negative = i64x2.lt_s(x, i64x2.splat(0));
  const whole = f64x2.eq(f64x2.floor(y), y);
  const half = f64x2.mul(f64x2.splat(0.5), y);
  const odd = v128.and(whole, f64x2.ne(f64x2.floor(half), half));
  const defined = v128.bitselect(f64x2.splat(NaN), size, v128.andnot(negative, whole));
  const result = v128.andnot(defined, zero);
  return v128.xor(result, v128.and(v128.and(negative, odd), i64x2.splat(i64.MIN_VALUE)));
}

export function power(x: v128, y: v128): v128 {
  const size = magnitude(x);
  const near = nearPower(size, y);
  const inside = v128.and(f64x2.lt(near, f64x2.splat(greatestPower)), f64x2.gt(near, f64x2.splat(leastPower)));
  const zero = v128.and(f64x2.eq(x, f64x2.splat(0)), f64x2.gt(y, f64x2.splat(0)));
  const result = signed(x, y, near, zero);
  const bad = v128.andnot(v128.or(notNormal(size), v128.not(inside)), zero);
  return v128.any_true(bad) ? v128.bitselect(rarePower(x, y), result, bad) : result;
}

/** The square of |x|^(y/2), or of sqrt(|x|)^y for subnormal x; then the cases that have no logarithm. */
function rarePower(x: v128, y: v128): v128 {
  const size = magnitude(x);
  const tiny = f64x2.lt(size, f64x2.splat(f64.MIN_NORMAL_VALUE));
  const base = v128.bitselect(f64x2.sqrt(size), size, tiny);
  const limit = f64x2.splat(1e20);
  const exponent = f64x2.pmax(f64x2.pmin(y, limit), f64x2.neg(limit));
  const half = nearPower(base, v128.bitselect(exponent, f64x2.mul(f64x2.splat(0.5), exponent), tiny));
  const result = f64x2.mul(half, half);
  const first = settle(f64x2.extract_lane(x, 0), f64x2.extract_lane(y, 0), f64x2.extract_lane(result, 0));
  const second = settle(f64x2.extract_lane(x, 1), f64x2.extract_lane(y, 1), f64x2.extract_lane(result, 1));
  return f64x2.replace_lane(f64x2.splat(first), 1, second);
}

/** x^y as Math.pow has it, from |x|^y where that is positive and finite. */
function settle(x: f64, y: f64, power: f64): f64 {
  if (y === 0) return 1;
  if (!(Math.abs(x) <= Infinity && Math.abs(y) <= Infinity)) return NaN;
  const size = Math.abs(x);
  if (Math.abs(y) === Infinity && size === 1) return NaN;
  if (size === 0 || size === Infinity) power = (size === 0) === y > 0 ? 0 : Infinity;
  const whole = Math.floor(y) === y;
  if (x < 0 && x > -Infinity && !whole) return NaN;
  const negative = reinterpret<i64>(x) < 0;
  return negative && whole && Math.floor(0.5 * y) !== 0.5 * y ? -power : power;
}
