/** Levels of the extrapolation: B, 2B, 4B and 8B. */
const LEVELS = 4;

/**
 * The limit for B to infinity of f(B) = f_0 + f_1/B + f_2/B^2 + .., from B, 2B, 4B and 8B (Richardson). What is left is of order
 * 1/B^4; rounding of f grows by a factor of 5.
 */
export function largeBatchLimit(f: (B: number) => number, B: number): number {
  let row: number[] = [];
  for (let level = 0; level < LEVELS; level++) {
    const next = [f(2 ** level * B)];
    for (let j = 1; j <= level; j++) next.push(next[j - 1]! + (next[j - 1]! - row[j - 1]!) / (2 ** j - 1));
    row = next;
  }
  return row[LEVELS - 1]!;
}
