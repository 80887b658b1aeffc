/** Densities in closed form, for comparison with the solver. */

/** Of the semicircle of that variance. */
export const semicircle = (E: number, variance: number): number =>
  Math.sqrt(Math.max(0, 4 * variance - E * E)) / (2 * Math.PI * variance);

/** Marchenko and Pastur: of X X^T/n for p x n X, y = p/n, without its atom 1 - 1/y at 0 for y > 1. */
export function marchenkoPastur(x: number, y: number): number {
  const [low, high] = [(1 - Math.sqrt(y)) ** 2, (1 + Math.sqrt(y)) ** 2];
  return x <= low || x >= high ? 0 : Math.sqrt((high - x) * (x - low)) / (2 * Math.PI * x * y);
}

/** Of a real cubic x^3 + a x^2 + b x + c: the root with positive imaginary part, [re, im]; im = 0 where all are real. Cardano. */
export function complexRoot(a: number, b: number, c: number): readonly [number, number] {
  const p = b - (a * a) / 3;
  const q = (2 * a ** 3) / 27 - (a * b) / 3 + c;
  const discriminant = (q / 2) ** 2 + (p / 3) ** 3;
  if (discriminant <= 0) return [Number.NaN, 0];
  const root = Math.sqrt(discriminant);
  // the larger of the two cube roots first: the other is -p/(3 u), without cancellation
  const u = Math.cbrt(q > 0 ? -q / 2 - root : -q / 2 + root);
  const v = u === 0 ? 0 : -p / (3 * u);
  return [-(u + v) / 2 - a / 3, (Math.sqrt(3) / 2) * Math.abs(u - v)];
}
