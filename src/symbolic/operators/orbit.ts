/**
 * The entries [kl|ij] of an ultrasymmetric operator (T Sigma)_kl = sum_ij [kl|ij] Sigma_ij (paper B.30, B.31).
 *
 * Renaming the samples leaves one class for each way the four indices coincide: 15. [kl|ij] = [lk|ji] joins
 *   [11|12] [11|21]    [12|11] [12|22]    [12|13] [12|32]    [12|31] [12|23]
 * and leaves 11. The paper lists ten: it counts [12|13] and [12|31] as one, which they are not (Sigma -> A Sigma A has
 * A_11 A_23 in the first, A_13 A_21 in the second). On symmetric Sigma only the averages over i <-> j act, of
 *   [12|12] and [12|21]    and of    [12|13] and [12|31],
 * and nine are left, the dimension of the algebra: Sym^2 R^B holds the trivial representation of the permutations twice,
 * the standard one twice and the two-row one once, 2^2 + 2^2 + 1 = 9 for B >= 4. (B = 3: 8; B = 2: 5; B = 1: 1.)
 *
 * Each orbit is named by its first representative; its coefficient is the average, so the paper's [12|12] + [12|21] is
 * twice the coefficient "12|12" here, and both [12|13] and [12|31] read "12|13".
 */
export const orbits = Object.freeze([
  "11|11",
  "11|12",
  "11|22",
  "11|23",
  "12|11",
  "12|12",
  "12|13",
  "12|33",
  "12|34",
] as const);

export type Orbit = (typeof orbits)[number];

/** Samples are told apart by whole numbers; what they are called does not matter. */
export type Indices = readonly [k: number, l: number, i: number, j: number];

/** The orbit of [kl|ij], by the coincidences of its four indices. */
export function orbitOf(k: number, l: number, i: number, j: number): Orbit {
  const common = Number(i === k || i === l) + Number(j !== i && (j === k || j === l));
  if (k === l) {
    if (i === j) return common === 1 ? "11|11" : "11|22";
    return common === 1 ? "11|12" : "11|23";
  }
  if (i === j) return common === 1 ? "12|11" : "12|33";
  return common === 2 ? "12|12" : common === 1 ? "12|13" : "12|34";
}

/** The indices in an orbit's name, counted from 0. */
export function representative(orbit: Orbit): Indices {
  const [k, l, , i, j] = orbit;
  return [Number(k) - 1, Number(l) - 1, Number(i) - 1, Number(j) - 1];
}

/** How many different samples an orbit needs: it is empty for smaller batches. */
export const samplesIn = (orbit: Orbit): number => 1 + Math.max(...representative(orbit));
