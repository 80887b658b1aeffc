/**
 * out = X^T Y, `size` x `size` row after row, `size` = columns rounded up to a multiple of 4. Rows go in panels that stay in
 * the cache; four columns of X meet two of Y in eight accumulators. `symmetric`: X is Y, and only entries (a, b) with
 * b >= 4 floor(a/4) are computed.
 */
const PANEL: usize = 256;

export function gram(x: usize, y: usize, out: usize, rows: usize, stride: usize, size: usize, symmetric: bool): void {
  memory.fill(out, 0, (size * size) << 3);
  for (let first: usize = 0; first < rows; first += PANEL) {
    const length = min(PANEL, rows - first);
    for (let a: usize = 0; a < size; a += 4) {
      const left = x + ((a * stride + first) << 3);
      for (let b = symmetric ? a : 0; b < size; b += 2) {
        tile(left, y + ((b * stride + first) << 3), stride << 3, length << 3, out + ((a * size + b) << 3), size << 3);
      }
    }
  }
}

/** Adds the products of four columns with two over `bytes` of rows. */
function tile(x0: usize, y0: usize, column: usize, bytes: usize, out: usize, outRow: usize): void {
  const x1 = x0 + column;
  const x2 = x1 + column;
  const x3 = x2 + column;
  const y1 = y0 + column;
  let a00 = f64x2.splat(0);
  let a01 = f64x2.splat(0);
  let a10 = f64x2.splat(0);
  let a11 = f64x2.splat(0);
  let a20 = f64x2.splat(0);
  let a21 = f64x2.splat(0);
  let a30 = f64x2.splat(0);
  let a31 = f64x2.splat(0);
  for (let i: usize = 0; i < bytes; i += 16) {
    const left = v128.load(y0 + i);
    const right = v128.load(y1 + i);
    let x = v128.load(x0 + i);
    a00 = f64x2.add(a00, f64x2.mul(x, left));
    a01 = f64x2.add(a01, f64x2.mul(x, right));
    x = v128.load(x1 + i);
    a10 = f64x2.add(a10, f64x2.mul(x, left));
    a11 = f64x2.add(a11, f64x2.mul(x, right));
    x = v128.load(x2 + i);
    a20 = f64x2.add(a20, f64x2.mul(x, left));
    a21 = f64x2.add(a21, f64x2.mul(x, right));
    x = v128.load(x3 + i);
    a30 = f64x2.add(a30, f64x2.mul(x, left));
    a31 = f64x2.add(a31, f64x2.mul(x, right));
  }
  addTo(out, a00, a01);
  addTo(out + outRow, a10, a11);
  addTo(out + 2 * outRow, a20, a21);
  addTo(out + 3 * outRow, a30, a31);
}

/** Adds the lane sums of two accumulators to two neighbours in memory. */
function addTo(out: usize, left: v128, right: v128): void {
  const sums = f64x2.add(v128.shuffle<f64>(left, right, 0, 2), v128.shuffle<f64>(left, right, 1, 3));
  v128.store(out, f64x2.add(v128.load(out), sums));
}
