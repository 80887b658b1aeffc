/** gamma z + beta of one column of a panel, z = (h - origin - mean) scale; `origin` only where `centred` (see moments). */
export function normalise(
  h: usize,
  origin: usize,
  bytes: usize,
  centred: bool,
  mean: usize,
  scale: usize,
  gamma: f64,
  beta: f64,
  to: usize,
): void {
  const slope = f64x2.splat(gamma);
  const shift = f64x2.splat(beta);
  for (let i: usize = 0; i < bytes; i += 16) {
    const difference = centred ? f64x2.sub(v128.load(h + i), v128.load(origin + i)) : v128.load(h + i);
    const z = f64x2.mul(f64x2.sub(difference, v128.load(mean + i)), v128.load(scale + i));
    v128.store(to + i, f64x2.add(f64x2.mul(slope, z), shift));
  }
}
