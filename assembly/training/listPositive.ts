/**
 * Which entries are positive, row after row of a rows x columns matrix, columns a multiple of 8: row r's list of 16-bit
 * column numbers stands at lists + 2 r (columns + 8), their count at counts + 4 r. Eight columns a look into `places`.
 */
export function listPositive(matrix: usize, rows: u32, columns: u32, lists: usize, counts: usize, places: usize): void {
  const zero = f32x4.splat(0);
  for (let r: u32 = 0; r < rows; r++) {
    const list = lists + ((r * (columns + 8)) << 1);
    let end = list;
    for (let c: u32 = 0; c < columns; c += 8) {
      const low = i32x4.bitmask(f32x4.gt(v128.load(matrix), zero));
      const high = i32x4.bitmask(f32x4.gt(v128.load(matrix, 16), zero));
      const bits = <u32>(low | (high << 4));
      v128.store(end, i16x8.add(v128.load(places + (bits << 4)), i16x8.splat(<i16>c)));
      end += popcnt(bits) << 1;
      matrix += 32;
    }
    store<u32>(counts + (r << 2), (end - list) >> 1);
  }
}
