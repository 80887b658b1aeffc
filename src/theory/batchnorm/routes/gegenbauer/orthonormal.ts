import { gegenbauerCoefficients, gegenbauerNormalised } from "../../../../numeric/special/gegenbauer.js";

/** The recurrence of the orthonormal Gegenbauer polynomials p_k(z), and what pairs two samples of a batch. */
export interface OrthonormalTable {
  /** z p_k = b[k+1] p_{k+1} + b[k] p_{k-1}; b_0 .. b_terms. */
  readonly b: Float64Array;
  /** 1/b_k; 0 for k = 0. */
  readonly reciprocal: Float64Array;
  /** Terms that were asked for, and those that are there: all further P_k are negligible. */
  readonly most: number;
  readonly terms: number;
  /** P_k(-1/n) = p_k(-1/n)/p_k(1), k = 0 .. most - 1. */
  readonly pairs: Float64Array;
  /** tail[k] bounds |P_j(-1/n)| for all j >= k. */
  readonly tail: Float64Array;
}

// A pair below this changes no digit of a sum of squares.
const NEGLIGIBLE_PAIR = 1e-19;

/**
 * The table for up to `most` terms, fewer where all further P_k are negligible; 1/n = 0 is the Gaussian limit, where
 * different samples are independent.
 */
export function orthonormalTable(inverse: number, most: number): OrthonormalTable {
  const n = 1 / inverse;
  const all = gegenbauerNormalised(n, most - 1, -inverse);
  const bounds = envelope(all, inverse);
  let terms = 6;
  while (terms < most && bounds[terms - 4] >= NEGLIGIBLE_PAIR) terms++;
  const b = new Float64Array(terms + 1);
  b.set(gegenbauerCoefficients(n, terms), 1);
  const reciprocal = new Float64Array(terms + 1);
  for (let k = 1; k <= terms; k++) reciprocal[k] = 1 / b[k];
  return { b, reciprocal, most, terms, pairs: all, tail: bounds };
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
