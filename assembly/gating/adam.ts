/**
 * Adam: m = beta1 m + (1 - beta1) g, v = beta2 v + (1 - beta2) g^2, w -= rate m / (sqrt(v) root + epsilon). The host gives
 * rate/(1 - beta1^t) as `rate` and 1/sqrt(1 - beta2^t) as `root`. `bytes`: of each of the four arrays, a multiple of 16.
 * Returns whether every v is finite: with an infinite one, from g above 1e19, a weight would never move again.
 */
export function adam(
  weights: usize,
  gradient: usize,
  first: usize,
  second: usize,
  bytes: u32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  rate: f32,
  root: f32,
  epsilon: f32,
): bool {
  const b1 = f32x4.splat(beta1);
  const r1 = f32x4.splat(rest1);
  const b2 = f32x4.splat(beta2);
  const r2 = f32x4.splat(rest2);
  const step = f32x4.splat(rate);
  const correction = f32x4.splat(root);
  const least = f32x4.splat(epsilon);
  let largest = f32x4.splat(0);
  for (let i: u32 = 0; i < bytes; i += 16) {
    const g = v128.load(gradient + i);
    const m = f32x4.add(f32x4.mul(b1, v128.load(first + i)), f32x4.mul(r1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(second + i)), f32x4.mul(r2, f32x4.mul(g, g)));
    largest = f32x4.max(largest, v);
    v128.store(first + i, m);
    v128.store(second + i, v);
    const size = f32x4.add(f32x4.mul(f32x4.sqrt(v), correction), least);
    v128.store(weights + i, f32x4.sub(v128.load(weights + i), f32x4.div(f32x4.mul(step, m), size)));
  }
  // NaN stays in a maximum, and is below nothing
  return v128.all_true<i32>(f32x4.lt(largest, f32x4.splat(Infinity)));
}
