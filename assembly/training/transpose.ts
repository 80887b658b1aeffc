import { transposeBlock } from "../transposeBlock";

/** to = from^T, row-major; rows and columns are multiples of 4. */
export function transpose(from: usize, rows: u32, columns: u32, to: usize): void {
  const fromBytes = columns << 2;
  const toBytes = rows << 2;
  for (let r: u32 = 0; r < rows; r += 4) {
    for (let c: u32 = 0; c < columns; c += 4) {
      transposeBlock(from + r * fromBytes + (c << 2), fromBytes, to + c * toBytes + (r << 2), toBytes);
    }
  }
}

/** Samples in rows to panels of 16 samples, as product.ts reads them. Rows: a multiple of 16; columns: of 4. */
export function toPanels(from: usize, rows: u32, columns: u32, to: usize): void {
  const fromBytes = columns << 2;
  for (let r: u32 = 0; r < rows; r += 4) {
    const panel = to + (r >> 4) * (columns << 6) + ((r & 12) << 2);
    for (let c: u32 = 0; c < columns; c += 4)
      transposeBlock(from + r * fromBytes + (c << 2), fromBytes, panel + (c << 6), 64);
  }
}
