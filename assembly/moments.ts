/**
 * Of each row of a panel over one batch: the mean of h - h_0 and 1/sqrt(variance + epsilon), h_0 the first column (0 where not
 * `centred`, the mean then being 0 and the variance the mean square). Differences from h_0 make a constant row exactly constant: its variance is 0, and
 * for epsilon = 0 its scale is 0 by definition.
 */
export function moments(
  h: usize,
  column: usize,
  batch: usize,
  bytes: usize,
  epsilon: f64,
  centred: bool,
  mean: usize,
  scale: usize,
): void {
  const zero = f64x2.splat(0);
  const one = f64x2.splat(1);
  const share = f64x2.splat(1.0 / <f64>batch);
  const end = h + batch * column;
  for (let i: usize = 0; i < bytes; i += 16) {
    const origin = centred ? v128.load(h + i) : zero;
    let sum = zero;
    if (centred) for (let p = h + i; p < end; p += column) sum = f64x2.add(sum, f64x2.sub(v128.load(p), origin));
    const m = f64x2.mul(sum, share);
    let squares = zero;
    for (let p = h + i; p < end; p += column) {
      const deviation = f64x2.sub(f64x2.sub(v128.load(p), origin), m);
      squares = f64x2.add(squares, f64x2.mul(deviation, deviation));
    }
    const variance = f64x2.add(f64x2.mul(squares, share), f64x2.splat(epsilon));
    v128.store(mean + i, m);
    v128.store(scale + i, v128.and(f64x2.div(one, f64x2.sqrt(variance)), f64x2.gt(variance, zero)));
  }
}
