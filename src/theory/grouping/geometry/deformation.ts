import { domainError } from "../../../numeric/domain.js";
import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector } from "../../../numeric/shape.js";

/** A small deformation of the line: u -> u - g(u). */
export interface Deformation {
  /** u - g(u). */
  apply(u: number): number;
  /** The u with u - g(u) = v. */
  invert(v: number): number;
  /** sup |g|, the farthest a point moves, as the bound sum |a_k|. */
  readonly size: number;
  /** A bound on sup |g'|, sum k |a_k|: below 1. */
  readonly slope: number;
}

/**
 * The deformation u -> u - g(u), g(u) = sum_k a_k sin(k u), of the line; a diffeomorphism where sup |g'| < 1, which sum k |a_k| < 1 ensures. The
 * inverse is found by Newton steps within a bracket. Such maps are closed under composition and inversion only
 * as diffeomorphisms: a composition may have |g'| > 1 again.
 *
 * Domain: 1 to 1000 coefficients a_1, a_2, .. with sum k |a_k| <= 0.999. Accuracy of the inverse: 1e-15 (1 + |v|) over 1 - sum k |a_k|.
 * Source: Example C.1 of the S-System paper. @throws TheoryError "domain" for coefficients that fold the line.
 */
export function deformation(coefficients: Vector): Deformation {
  assertShapes({ coefficients: vector }, { coefficients });
  assertNumbers("coefficients", coefficients, Math.min(1000, Math.max(1, coefficients.length)));
  const slope = coefficients.reduce((sum, a, k) => sum + (k + 1) * Math.abs(a), 0);
  if (!(slope <= 0.999)) {
    throw domainError("sum k |a_k|", slope, "at most 0.999", "Beyond 1 the map may fold the line: take smaller ones.");
  }
  const g = (u: number) => coefficients.reduce((sum, a, k) => sum + a * Math.sin((k + 1) * u), 0);
  const derivative = (u: number) => coefficients.reduce((sum, a, k) => sum + a * (k + 1) * Math.cos((k + 1) * u), 0);
  const size = coefficients.reduce((sum, a) => sum + Math.abs(a), 0);
  const place = (u: number) => {
    if (Number.isFinite(u) && Math.abs(u) <= 1e15) return u;
    throw domainError("u", u, "a finite number of at most 1e15 in magnitude", "Pass a place on the line.");
  };
  return Object.freeze({
    apply: (u: number) => place(u) - g(u),
    invert: (v: number) =>
      invertMonotone(
        place(v),
        size,
        (u) => u - g(u),
        (u) => 1 - derivative(u),
      ),
    size,
    slope,
  });
}

/** Newton's method kept in a bracket: the map is increasing and moves no point farther than `size`. */
function invertMonotone(v: number, size: number, f: (u: number) => number, slope: (u: number) => number): number {
  let [low, high] = [v - size, v + size];
  let u = v;
  for (let step = 0; step < 200; step++) {
    const rest = f(u) - v;
    if (rest === 0) return u;
    if (rest > 0) high = u;
    else low = u;
    const newton = u - rest / slope(u);
    const next = newton > low && newton < high ? newton : low + (high - low) / 2;
    if (next === u || high - low <= 0) return u;
    if (Math.abs(next - u) <= 2 ** -53 * Math.abs(u)) return next;
    u = next;
  }
  return u;
}
