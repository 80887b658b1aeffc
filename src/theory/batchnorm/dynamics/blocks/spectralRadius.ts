/** Largest modulus of the eigenvalues of [[a, b], [c, d]]. */
export function spectralRadius(a: number, b: number, c: number, d: number): number {
  const middle = (a + d) / 2;
  const square = ((a - d) / 2) ** 2 + b * c;
  return square >= 0 ? Math.abs(middle) + Math.sqrt(square) : Math.sqrt(Math.max(0, a * d - b * c));
}
