import { assertInteger, domainError } from "../domain.js";

/**
 * Orthonormal Gegenbauer polynomials of one coordinate of a uniform point on the sphere S^{n-1}: the probability weight
 * proportional to (1-t^2)^((n-3)/2) on [-1, 1]. The argument is z = sqrt(n) t throughout, so that n -> infinity is Hermite.
 *
 *   z p_k = b_{k+1} p_{k+1} + b_k p_{k-1},   p_0 = 1,   p_1 = z,
 *   b_k^2 = k n (k+n-3) / ((2k+n-4) (2k+n-2)),   b_1 = 1,   b_k -> sqrt(k) as n -> infinity.
 *
 * Source: DLMF 18.9.1 and table 18.9.1 with lambda = (n-2)/2. Ours: the z scaling, in which every quantity has a limit and nothing
 * depends on the size of n. Domain: real n >= 2 (n = 2 is Chebyshev) and Infinity (probabilists' Hermite).
 */

/** b_1 .. b_count at index 0 .. count-1. */
export function gegenbauerCoefficients(n: number, count: number): Float64Array {
  assertDimension(n);
  assertInteger("count", count, 0, 10_000_000);
  const b = new Float64Array(count);
  for (let k = 1; k <= count; k++) {
    if (k === 1) b[0] = 1;
    else if (n === Number.POSITIVE_INFINITY) b[k - 1] = Math.sqrt(k);
    else b[k - 1] = Math.sqrt(k * (n / (2 * k + n - 4)) * ((k + n - 3) / (2 * k + n - 2)));
  }
  return b;
}

/** p_0(z) .. p_K(z), K = coefficients.length, written to `out` (length K+1) and returned. */
export function gegenbauerOrthonormal(coefficients: Float64Array, z: number, out?: Float64Array): Float64Array {
  const degree = coefficients.length;
  const p = out ?? new Float64Array(degree + 1);
  if (p.length !== degree + 1) throw domainError("out.length", p.length, `${degree + 1}`, "Pass one entry a degree.");
  p[0] = 1;
  if (degree > 0) p[1] = z / coefficients[0];
  for (let k = 1; k < degree; k++) p[k + 1] = (z * p[k] - coefficients[k - 1] * p[k - 1]) / coefficients[k];
  return p;
}

/**
 * P_0(rho) .. P_K(rho) with P_k = C_k / C_k(1), so P_k(1) = 1 and |P_k| <= 1 on [-1, 1]:
 *
 *   (k+n-2) P_{k+1} = (2k+n-2) rho P_k - k P_{k-1}          (DLMF 18.9.1 divided by C_k(1), 18.6.1)
 *
 * Absolute error a few units of roundoff of max |P_k|, times at most k near |rho| = 1. For n = Infinity P_k = rho^k.
 */
export function gegenbauerNormalised(n: number, maxDegree: number, rho: number): Float64Array {
  assertDimension(n);
  assertInteger("maxDegree", maxDegree, 0, 10_000_000);
  if (!(rho >= -1 && rho <= 1)) throw domainError("rho", rho, "a cosine in [-1, 1]", "Clamp rounding before the call.");
  const p = new Float64Array(maxDegree + 1);
  p[0] = 1;
  if (maxDegree > 0) p[1] = rho;
  for (let k = 1; k < maxDegree; k++) {
    const back = n === Number.POSITIVE_INFINITY ? 0 : k / (k + n - 2);
    p[k + 1] = (1 + back) * rho * p[k] - back * p[k - 1];
  }
  return p;
}

/**
 * 1 - P_k(-1/n) for k = 0 .. K: the factor between the eigenvalues of a simplex of n+1 points. Exactly 0 for k = 0, and for n = 2 at
 * multiples of 3 (cos(2 pi k / 3)). For n >= 3 it is at least 0.8 for k >= 1, so nothing cancels: relative error 2.3e-16 at
 * worst (n = 3, k = 200). Real n just above 2 does cancel at multiples of 3; the absolute error stays at rounding.
 */
export function gegenbauerSimplexGap(n: number, maxDegree: number): Float64Array {
  if (n === 2) {
    assertInteger("maxDegree", maxDegree, 0, 10_000_000);
    return Float64Array.from({ length: maxDegree + 1 }, (_, k) => (k % 3 === 0 ? 0 : 1.5));
  }
  return gegenbauerNormalised(n, maxDegree, -1 / n).map((p) => 1 - p);
}

function assertDimension(n: number): void {
  if (!(n >= 2)) throw domainError("n", n, "a sphere dimension n >= 2, or Infinity", "The circle is n = 2.");
}
