/** Dense products in blocks that stay in the cache: the inner index by 256, columns by 128, tiles of 4 x 8. */
import { packColumns, packRows } from "./pack";
import { tile4, tile8 } from "./tile";

const INNER: u32 = 256;
const COLUMNS: u32 = 128;
/** Bytes of the packed right operand; four packed rows of the left one follow. */
const RIGHT: usize = INNER * COLUMNS * 4;

/** What `multiply` needs to pack its operands, in bytes. */
export function scratchBytes(): usize {
  return RIGHT + INNER * 16;
}

/**
 * c(i, j) = start(j) + sum_k a(i, k) b(k, j). `a` is rows x inner, row-major, or with `aTurned` inner x rows; `b` is inner x
 * columns or with `bTurned` columns x inner; `c` is rows x columns. `start` has one number a column: biases or zeros. All
 * counts are multiples of 4.
 */
export function multiply(
  rows: u32,
  columns: u32,
  inner: u32,
  a: usize,
  aTurned: bool,
  b: usize,
  bTurned: bool,
  start: usize,
  c: usize,
  scratch: usize,
): void {
  const stride = columns << 2;
  for (let k: u32 = 0; k < inner; k += INNER) {
    const count = min(INNER, inner - k);
    const left = aTurned ? a + k * (rows << 2) : a + (k << 2);
    for (let j: u32 = 0; j < columns; j += COLUMNS) {
      const width = min(COLUMNS, columns - j);
      const right = bTurned ? b + j * (inner << 2) + (k << 2) : b + k * stride + (j << 2);
      packRight(right, bTurned, bTurned ? inner << 2 : stride, count, width, scratch);
      const to = c + (j << 2);
      if (k === 0) strip(rows, width, count, left, aTurned, inner, start + (j << 2), 0, to, stride, scratch);
      else strip(rows, width, count, left, aTurned, inner, to, stride, to, stride, scratch);
    }
  }
}

function packRight(from: usize, turned: bool, stride: u32, inner: u32, columns: u32, to: usize): void {
  for (let j: u32 = 0; j < columns; j += 8) {
    const width = min<u32>(8, columns - j);
    if (turned) packColumns(from + j * stride, stride, inner, width, to);
    else packRows(from + (j << 2), stride, inner, width, to);
    to += (inner * width) << 2;
  }
}

/** All rows of a block of columns, for one block of inner indices. */
function strip(
  rows: u32,
  columns: u32,
  count: u32,
  a: usize,
  aTurned: bool,
  inner: u32,
  start: usize,
  startStride: u32,
  c: usize,
  stride: u32,
  scratch: usize,
): void {
  const left = scratch + RIGHT;
  for (let i: u32 = 0; i < rows; i += 4) {
    if (aTurned) packRows(a + (i << 2), rows << 2, count, 4, left);
    else packColumns(a + i * (inner << 2), inner << 2, count, 4, left);
    const from = start + i * startStride;
    const to = c + i * stride;
    let right = scratch;
    let j: u32 = 0;
    for (; j + 8 <= columns; j += 8) {
      tile8(left, right, count, from + (j << 2), startStride, to + (j << 2), stride);
      right += count << 5;
    }
    if (j < columns) tile4(left, right, count, from + (j << 2), startStride, to + (j << 2), stride);
  }
}
