/** A 4 x 4 block: rows `fromBytes` apart become rows `toBytes` apart. */
function block(from: usize, fromBytes: u32, to: usize, toBytes: u32): void {
  const r0 = v128.load(from);
  const r1 = v128.load(from + fromBytes);
  const r2 = v128.load(from + 2 * fromBytes);
  const r3 = v128.load(from + 3 * fromBytes);
  const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
  const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
  const low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
  const high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(low01, low23, 0, 2));
  v128.store(to + toBytes, v128.shuffle<f64>(low01, low23, 1, 3));
  v128.store(to + 2 * toBytes, v128.shuffle<f64>(high01, high23, 0, 2));
  v128.store(to + 3 * toBytes, v128.shuffle<f64>(high01, high23, 1, 3));
}

/** to = from^T, row-major; rows and columns are multiples of 4. */
export function transpose(from: usize, rows: u32, columns: u32, to: usize): void {
  const fromBytes = columns << 2;
  const toBytes = rows << 2;
  for (let r: u32 = 0; r < rows; r += 4) {
    for (let c: u32 = 0; c < columns; c += 4) {
      block(from + r * fromBytes + (c << 2), fromBytes, to + c * toBytes + (r << 2), toBytes);
    }
  }
}

/** Samples in rows to panels of 16 samples, as product.ts reads them. Rows: a multiple of 16; columns: of 4. */
export function toPanels(from: usize, rows: u32, columns: u32, to: usize): void {
  const fromBytes = columns << 2;
  for (let r: u32 = 0; r < rows; r += 4) {
    const panel = to + (r >> 4) * (columns << 6) + ((r & 12) << 2);
    for (let c: u32 = 0; c < columns; c += 4) block(from + r * fromBytes + (c << 2), fromBytes, panel + (c << 6), 64);
  }
}
