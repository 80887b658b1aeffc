/**
 * The complete elliptic integrals of parameter m = k^2 by the arithmetic-geometric mean (DLMF 19.8.5-6):
 * K = pi / (2 agm(1, sqrt(1-m))), E = K (1 - sum_n 2^(n-1) c_n^2), c_0^2 = m, c_n = (a_(n-1) - b_(n-1))/2.
 */
function integrals(m: number): { first: number; second: number } {
  let [a, b] = [1, Math.sqrt(1 - m)];
  let [sum, weight] = [m / 2, 1];
  for (let n = 0; n < 60 && Math.abs(a - b) > 2 ** -53 * a; n++) {
    const c = (a - b) / 2;
    sum += weight * c * c;
    [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
    weight *= 2;
  }
  const first = Math.PI / (a + b);
  return { first, second: first * (1 - sum) };
}

/** K(m) for m < 1, Infinity at 1, NaN above. */
export const ellipticK = (m: number): number => (m === 1 ? Infinity : integrals(m).first);

/** E(m) for m <= 1, NaN above. */
export const ellipticE = (m: number): number => (m === 1 ? 1 : integrals(m).second);
