import { type Complex, type ComplexRows, combination, inverse, listed, shifted } from "./complexRows.js";

const STEPS = 4000;

/**
 * The solution of -G^(-1) = z - A + S[G], Im G > 0, by the mean of G and -(z - A + S[G])^(-1) again and again, from `start`, or i. For Im z of order 1.
 * Throws a RangeError where it does not settle.
 */
export function plainSolution(
  S: (R: ComplexRows) => ComplexRows,
  A: ComplexRows,
  z: Complex,
  start: ComplexRows = shifted(combination(0, A, 0, A), [0, 1]),
): ComplexRows {
  let G = start;
  for (let step = 0; step < STEPS; step++) {
    const image = inverse(shifted(combination(1, S(G), -1, A), z));
    const next = combination(0.5, G, -0.5, image);
    const change = listed(combination(1, next, -1, G)).reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
    G = next;
    if (change < 1e-15) return G;
  }
  throw new RangeError(`no solution in ${STEPS} steps`);
}
