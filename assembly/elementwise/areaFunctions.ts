/** asinh, acosh and atanh by log1p, two lanes at once. */
import { magnitude, signBit } from "./exponential";
import { log, log1p } from "./logarithm";

/** From here on x^2 + 1 is x^2, and log(2 x) takes over before x^2 overflows. */
const great: f64 = 1e10;
const logOfTwo: f64 = Math.LN2;

function greatLog(x: v128): v128 {
  return f64x2.add(log(x), f64x2.splat(logOfTwo));
}

/** log1p(a + a^2/(1 + sqrt(1 + a^2))), a = |x|, and the sign of x. */
export function asinh(x: v128): v128 {
  const a = magnitude(x);
  const one = f64x2.splat(1);
  const square = f64x2.mul(a, a);
  const root = f64x2.sqrt(f64x2.add(one, square));
  let result = log1p(f64x2.add(a, f64x2.div(square, f64x2.add(one, root))));
  const bad = f64x2.gt(a, f64x2.splat(great));
  if (v128.any_true(bad)) result = v128.bitselect(greatLog(a), result, bad);
  return v128.or(result, v128.and(x, i64x2.splat(signBit)));
}

/** log1p(t + sqrt(2 t + t^2)), t = x - 1; NaN below 1. */
export function acosh(x: v128): v128 {
  const t = f64x2.sub(x, f64x2.splat(1));
  const result = log1p(f64x2.add(t, f64x2.sqrt(f64x2.add(f64x2.add(t, t), f64x2.mul(t, t)))));
  const bad = f64x2.gt(x, f64x2.splat(great));
  const whole = v128.any_true(bad) ? v128.bitselect(greatLog(x), result, bad) : result;
  return v128.bitselect(f64x2.splat(NaN), whole, f64x2.lt(t, f64x2.splat(0)));
}

/** log1p(2 a/(1 - a))/2, a = |x|, and the sign of x; NaN beyond 1. */
export function atanh(x: v128): v128 {
  const a = magnitude(x);
  const ratio = f64x2.div(f64x2.add(a, a), f64x2.sub(f64x2.splat(1), a));
  return v128.or(f64x2.mul(f64x2.splat(0.5), log1p(ratio)), v128.and(x, i64x2.splat(signBit)));
}
