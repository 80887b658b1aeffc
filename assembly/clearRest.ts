/** Makes the rows from the width up to the loops' end zero again: phi(beta) must not reach a sum. */
export function clearRest(block: usize, width: usize, rows: usize, column: usize, columns: usize): void {
  if (width === rows) return;
  const end = block + columns * column;
  for (let p = block; p < end; p += column) memory.fill(p + (width << 3), 0, (rows - width) << 3);
}
