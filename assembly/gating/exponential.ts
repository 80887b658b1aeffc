/**
 * exp in single precision, four at a time: x = n ln 2 + r with |r| <= ln(2)/2, Taylor's polynomial of degree 6 for exp(r)
 * (remainder below 1.7e-7 of it), the exponent n put in as bits. Below -87 it is exp(-87), above 88 exp(88); NaN stays NaN.
 */
export function exponential(x: v128): v128 {
  const bounded = f32x4.max(f32x4.splat(-87), f32x4.min(f32x4.splat(88), x));
  const n = f32x4.nearest(f32x4.mul(bounded, f32x4.splat(Mathf.LOG2E)));
  // ln 2 in two parts: the first has few bits, so that its product with n is exact
  let r = f32x4.sub(bounded, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(n, f32x4.splat(2.1219444e-4)));
  let sum = f32x4.add(f32x4.splat(1 / 120.0), f32x4.mul(r, f32x4.splat(1 / 720.0)));
  sum = f32x4.add(f32x4.splat(1 / 24.0), f32x4.mul(r, sum));
  sum = f32x4.add(f32x4.splat(1 / 6.0), f32x4.mul(r, sum));
  sum = f32x4.add(f32x4.splat(0.5), f32x4.mul(r, sum));
  sum = f32x4.add(f32x4.splat(1), f32x4.mul(r, sum));
  sum = f32x4.add(f32x4.splat(1), f32x4.mul(r, sum));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(sum, power);
}
