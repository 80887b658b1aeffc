/** A 4 x 4 block: rows `fromBytes` apart become rows `toBytes` apart. */
export function transposeBlock(from: usize, fromBytes: u32, to: usize, toBytes: u32): void {
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
