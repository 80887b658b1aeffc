/**
 * Orthonormal Gegenbauer polynomials for one scaled sphere coordinate z = sqrt(n) t, in 1/n so that n = infinity
 * (Hermite) is no special case:
 *
 *   z p_k = b_{k+1} p_{k+1} + b_k p_{k-1},   b_k^2 = k (1 + (k-3)/n) / ((1 + (2k-4)/n) (1 + (2k-2)/n)),   b_1 = 1,
 *
 * and the value P_k = p_k(rho)/p_k(1) at the correlation rho = -1/n of two samples of a batch (DLMF 18.9.1):
 *
 *   (1 + (k-2)/n) P_{k+1} = (1 + (2k-2)/n) rho P_k - (k/n) P_{k-1}.
 */
export interface OrthonormalTable {
  /** b_0 .. b_{terms}. */
  readonly b: Float64Array;
  /** P_0 .. P_{terms - 1}. */
  readonly pairs: Float64Array;
  /** tail[k] bounds |P_j| for all j >= k. */
  readonly tail: Float64Array;
}

export function orthonormalTable(inverse: number, terms: number): OrthonormalTable {
  const b = new Float64Array(terms + 1);
  const pairs = new Float64Array(terms);
  b[1] = 1;
  for (let k = 2; k <= terms; k++) {
    b[k] = Math.sqrt((k * (1 + (k - 3) * inverse)) / ((1 + (2 * k - 4) * inverse) * (1 + (2 * k - 2) * inverse)));
  }
  pairs[0] = 1;
  pairs[1] = -inverse;
  for (let k = 1; k + 1 < terms; k++) {
    // n = 2: (1 + (k-2)/n) P_2 has k = 1 and factor 1/2, never 0 for n >= 2
    const scale = 1 + (k - 2) * inverse;
    pairs[k + 1] = (-(1 + (2 * k - 2) * inverse) * inverse * pairs[k] - k * inverse * pairs[k - 1]) / scale;
  }
  return { b, pairs, tail: envelope(pairs, inverse) };
}

/**
 * |P_j|, j >= k, is bounded by its envelope: at least the largest of the values that are there, and beyond them by the
 * last few, since the envelope of P_k at a fixed interior point decreases (Szego, Orthogonal Polynomials, 7.33).
 */
function envelope(pairs: Float64Array, inverse: number): Float64Array {
  const terms = pairs.length;
  const tail = new Float64Array(terms + 1);
  if (inverse === 0) return tail.fill(1, 0, 1);
  let running = 0;
  // Two neighbours cannot both be near a zero of the oscillation; six give the amplitude with room to spare.
  for (let k = terms - 1; k >= Math.max(0, terms - 6); k--) running = Math.max(running, 1.5 * Math.abs(pairs[k]));
  tail[terms] = running;
  for (let k = terms - 1; k >= 0; k--) {
    running = Math.max(running, Math.abs(pairs[k]));
    tail[k] = running;
  }
  return tail;
}
