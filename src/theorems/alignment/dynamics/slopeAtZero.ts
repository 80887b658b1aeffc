/**
 * The derivative of f(t) at 0 along w_k(t) = w_k + t w'_k and so on, by central differences with Richardson extrapolation. `scale` is the
 * distance over which f changes; steps start at a tenth of it. Nine digits and more.
 */
export function slopeAtZero(f: (t: number) => number, scale: number): number {
  let row: number[] = [];
  for (let level = 0; level < 6; level++) {
    const h = (0.1 * scale) / 2 ** level;
    const next = [(f(h) - f(-h)) / (2 * h)];
    for (let k = 1; k <= level; k++) next.push(next[k - 1]! + (next[k - 1]! - row[k - 1]!) / (4 ** k - 1));
    row = next;
  }
  return row[row.length - 1]!;
}

export const moved = (w: readonly number[], t: number, by: readonly number[]): readonly number[] =>
  w.map((x, i) => x + t * by[i]!);
