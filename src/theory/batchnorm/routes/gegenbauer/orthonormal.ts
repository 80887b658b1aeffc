import { gegenbauerCoefficients, gegenbauerNormalised } from "../../../../numeric/special/gegenbauer.js";

/** The recurrence of the orthonormal Gegenbauer polynomials p_k(z), and what pairs two samples of a batch. */
export interface OrthonormalTable {
  /** z p_k = b[k+1] p_{k+1} + b[k] p_{k-1}; b_0 .. b_terms. */
  readonly b: Float64Array;
  /** 1/b_k; 0 for k = 0. */
  readonly reciprocal: Float64Array;
  /** P_k(-1/n) = p_k(-1/n)/p_k(1), k = 0 .. terms - 1. */
  readonly pairs: Float64Array;
  /** tail[k] bounds |P_j(-1/n)| for all j >= k. */
  readonly tail: Float64Array;
}

/** The table for `terms` terms; 1/n = 0 is the Gaussian limit, where different samples are independent. */
export function orthonormalTable(inverse: number, terms: number): OrthonormalTable {
  const n = 1 / inverse;
  const b = new Float64Array(terms + 1);
  b.set(gegenbauerCoefficients(n, terms), 1);
  const pairs = gegenbauerNormalised(n, terms - 1, -inverse);
  const reciprocal = new Float64Array(terms + 1);
  for (let k = 1; k <= terms; k++) reciprocal[k] = 1 / b[k];
  return { b, reciprocal, pairs, tail: envelope(pairs, inverse) };
}

/**
 * |P_j|, j >= k, is bounded by its envelope: by the values that are there and, beyond them, by the last few, since the
 * envelope of P_k at a fixed interior point decreases (Szego, Orthogonal Polynomials, theorem 7.33.2).
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
