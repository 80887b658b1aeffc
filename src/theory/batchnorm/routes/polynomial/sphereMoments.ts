import { addRational, multiplyRational, type Rational, rational } from "../../../../symbolic/rational.js";

/**
 * Exact moments of two samples of a batch, z = sqrt(n) <w, x> with x uniform on S^{n-1} and <w1, w2> = -1/n:
 *
 *   E z1^i z2^j = n^m / (n (n+2) ... (n+2m-2)) E_Gauss,   m = (i+j)/2,
 *   E_Gauss z1^i z2^j = sum_k i! j! / (k! ((i-k)/2)! ((j-k)/2)! 2^{m-k}) (-1/n)^k   (Isserlis 1918),
 *
 * zero for odd i + j. `n` null stands for infinity: independent standard normals.
 */
export function sphereMoment(i: number, j: number, n: bigint | null): Rational {
  if ((i + j) % 2 === 1) return rational(0);
  const m = (i + j) / 2;
  if (n === null) return i % 2 === 1 ? rational(0) : rational(gaussianMoment(i) * gaussianMoment(j));
  let sum = rational(0);
  for (let k = i % 2; k <= Math.min(i, j); k += 2) {
    const pairings = (factorial(i) * factorial(j)) / (factorial(k) * factorial((i - k) / 2) * factorial((j - k) / 2) * 2n ** BigInt(m - k));
    sum = addRational(sum, rational(k % 2 === 0 ? pairings : -pairings, n ** BigInt(k)));
  }
  let denominator = 1n;
  for (let step = 0; step < m; step++) denominator *= n + BigInt(2 * step);
  return multiplyRational(sum, rational(n ** BigInt(m), denominator));
}

function factorial(k: number): bigint {
  let product = 1n;
  for (let i = 2; i <= k; i++) product *= BigInt(i);
  return product;
}

/** (k-1)!! for even k. */
function gaussianMoment(k: number): bigint {
  let product = 1n;
  for (let i = k - 1; i > 1; i -= 2) product *= BigInt(i);
  return product;
}
