import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, norm } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector } from "../../../numeric/shape.js";

export interface Misalignment {
  /** sin of the angle between w~ and w~', accurate for small angles. */
  readonly sine: number;
  /** s: 1 where the angle is at most 90 degrees, else -1. */
  readonly sign: -1 | 1;
  /** |b'/|w~'| - s b/|w~||: the distance of the hyperplanes along the normal, of either orientation. */
  readonly bias: number;
  /** As printed: |b'/|w~'| - b/|w~||, which is 2 |b| for w' = -w. */
  readonly printedBias: number;
}

/**
 * How far two nodes with rows [w~, b] are from having the same hyperplane: angles of the bias-free weights, biases after dividing by |w~|
 * (Lemmas 5 and 6 of Tian 2020 have |w~| = 1; Theorem 5 needs the division).
 * @throws TheoryError "domain" for a row whose weights are all zero.
 */
export function misalignment(a: readonly number[], b: readonly number[]): Misalignment {
  assertShapes({ a: vector, b: vector }, { a, b });
  assertNumbers("b", b, a.length);
  const units = [a, b].map((row, i) => {
    const length = norm(row.slice(0, -1));
    if (length === 0)
      throw domainError(i === 0 ? "a" : "b", row.join(", "), "weights that are not all zero", "Drop the node.");
    return row.map((entry) => entry / length);
  });
  const [p, q] = [units[0]!.slice(0, -1), units[1]!.slice(0, -1)];
  const sign = dot(p, q) < 0 ? -1 : 1;
  // sin from the half angle of p and s q: no cancellation near 0, and sin <= 1
  const half = Math.min(1, norm(p.map((entry, i) => entry - sign * q[i]!)) / 2);
  const sine = Math.min(1, 2 * half * Math.sqrt(1 - half * half));
  const [own, other] = [units[0]!.at(-1)!, units[1]!.at(-1)!];
  return { sine, sign, bias: Math.abs(other - sign * own), printedBias: Math.abs(other - own) };
}
