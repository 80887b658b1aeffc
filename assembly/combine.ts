/**
 * Linear combinations of columns: T_c = [T_c +] sum_k m(k, c) S_k. `coefficients` holds, for each four columns c = 4t + j,
 * the `size` quadruples m(k, 4t .. 4t + 3). `triangular`: m(k, c) = 0 for k > c, nothing of T is added, and T may be S: the
 * columns go from last to first, and a column is only written when nobody needs the old one.
 */
const PANEL: usize = 64;

export function combine(
  target: usize,
  source: usize,
  coefficients: usize,
  rows: usize,
  stride: usize,
  columns: usize,
  triangular: bool,
): void {
  const size = (columns + 3) & ~3;
  for (let first: usize = 0; first < rows; first += PANEL) {
    const end = min(rows, first + PANEL);
    for (let c = size; c > 0; c -= 4) {
      const terms = triangular ? min(c, columns) : columns;
      const m = coefficients + (((c - 4) * size) << 3);
      for (let i = first; i < end; i += 4) {
        const t = target + (((c - 4) * stride + i) << 3);
        tile(t, source + (i << 3), m, stride << 3, terms, !triangular);
      }
    }
  }
}

/** Four rows of four columns. */
function tile(t0: usize, source: usize, m: usize, column: usize, terms: usize, accumulate: bool): void {
  const t1 = t0 + column;
  const t2 = t1 + column;
  const t3 = t2 + column;
  const zero = f64x2.splat(0);
  let a00 = accumulate ? v128.load(t0) : zero;
  let a01 = accumulate ? v128.load(t0, 16) : zero;
  let a10 = accumulate ? v128.load(t1) : zero;
  let a11 = accumulate ? v128.load(t1, 16) : zero;
  let a20 = accumulate ? v128.load(t2) : zero;
  let a21 = accumulate ? v128.load(t2, 16) : zero;
  let a30 = accumulate ? v128.load(t3) : zero;
  let a31 = accumulate ? v128.load(t3, 16) : zero;
  const end = m + (terms << 5);
  for (; m < end; m += 32) {
    const upper = v128.load(source);
    const lower = v128.load(source, 16);
    source += column;
    let factor = v128.load64_splat(m);
    a00 = f64x2.add(a00, f64x2.mul(factor, upper));
    a01 = f64x2.add(a01, f64x2.mul(factor, lower));
    factor = v128.load64_splat(m, 8);
    a10 = f64x2.add(a10, f64x2.mul(factor, upper));
    a11 = f64x2.add(a11, f64x2.mul(factor, lower));
    factor = v128.load64_splat(m, 16);
    a20 = f64x2.add(a20, f64x2.mul(factor, upper));
    a21 = f64x2.add(a21, f64x2.mul(factor, lower));
    factor = v128.load64_splat(m, 24);
    a30 = f64x2.add(a30, f64x2.mul(factor, upper));
    a31 = f64x2.add(a31, f64x2.mul(factor, lower));
  }
  v128.store(t0, a00);
  v128.store(t0, a01, 16);
  v128.store(t1, a10);
  v128.store(t1, a11, 16);
  v128.store(t2, a20);
  v128.store(t2, a21, 16);
  v128.store(t3, a30);
  v128.store(t3, a31, 16);
}
