/**
 * Operands of a product in the order in which its tiles read them: `width` numbers (4 or 8) for each inner index in turn.
 * Counts are multiples of 4; strides and addresses are bytes.
 */

/** From a matrix with an inner index in rows: number j of inner index k is at from + k stride + 4 j. */
export function packRows(from: usize, stride: u32, inner: u32, width: u32, to: usize): void {
  for (let k: u32 = 0; k < inner; k++) {
    v128.store(to, v128.load(from));
    if (width === 8) v128.store(to, v128.load(from, 16), 16);
    from += stride;
    to += width << 2;
  }
}

/** From a matrix with an inner index in columns: number j of inner index k is at from + j stride + 4 k. */
export function packColumns(from: usize, stride: u32, inner: u32, width: u32, to: usize): void {
  const step = width << 2;
  for (let j: u32 = 0; j < width; j += 4) {
    for (let k: u32 = 0; k < inner; k += 4) {
      transposeBlock(from + j * stride + (k << 2), stride, to + k * step + (j << 2), step);
    }
  }
}

/** A 4 x 4 block: rows `stride` apart become rows `step` apart. */
function transposeBlock(from: usize, stride: u32, to: usize, step: u32): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + stride);
  const r2 = v128.load(from + 2 * stride);
  const r3 = v128.load(from + 3 * stride);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(to + step, v128.shuffle<f64>(low01, low23, 1, 3));
  v128.store(to + 2 * step, v128.shuffle<f64>(high01, high23, 0, 2));
  v128.store(to + 3 * step, v128.shuffle<f64>(high01, high23, 1, 3));
}
