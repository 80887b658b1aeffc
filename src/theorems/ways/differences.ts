/**
 * f'(x) by central differences, f(x+h) - f(x-h) over 2h, extrapolated in h^2 (Richardson): `radius` is the distance to the nearest
 * singularity, h starts at a quarter of it and is halved six times. Error about 1e-12 of f's size over the radius.
 */
export function slopeByDifferences(f: (x: number) => number, x: number, radius: number): number {
  const levels = 7;
  let row: number[] = [];
  for (let k = 0; k < levels; k++) {
    const h = radius / 4 / 2 ** k;
    const next = [(f(x + h) - f(x - h)) / (2 * h)];
    for (let j = 1; j <= k; j++) next.push(next[j - 1]! + (next[j - 1]! - row[j - 1]!) / (4 ** j - 1));
    row = next;
  }
  return row[levels - 1]!;
}
