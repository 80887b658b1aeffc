/**
 * Operands of a product in the order in which its tiles read them: `width` numbers (4 or 8) for each inner index in turn.
 * Counts are multiples of 4; strides and addresses are bytes.
 */
import { transposeBlock } from "../transposeBlock";

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
