import { assertNumbers } from "../../../numeric/linearAlgebra/matrixChecks.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, callable, vector, withoutOverflow } from "../../../numeric/shape.js";

/** Both argument orders of a Bregman divergence. */
export interface BregmanDivergence {
  /** D[a : b] = F(b) - F(a) - <grad F(a), b - a>: the order of Definition D.2. */
  readonly printed: number;
  /** D[b : a] of the printed order, which is Amari's D[a : b] = F(a) - F(b) - <grad F(b), a - b>. */
  readonly reversed: number;
}

/**
 * The Bregman divergence of a differentiable strictly convex F between a and b, in the order that the paper prints and in the reverse one (Amari's,
 * whom it cites). With the printed order D_psi[theta : theta'] = KL(p_theta || p_theta'), and D_psi*[eta : eta'] = D_psi[theta' : theta] in both.
 *
 * Domain: a and b of one length where F and its gradient are finite. Nothing is checked about F: where it is convex and not strictly so, both may
 * be 0 for a != b. Rounding: a few units of roundoff of the terms, absolute. Source: Definition D.2 of the S-System paper.
 * @throws TheoryError "domain".
 */
export function bregmanDivergence(
  F: (x: Vector) => number,
  gradient: (x: Vector) => Vector,
  a: Vector,
  b: Vector,
): BregmanDivergence {
  assertShapes({ F: callable, gradient: callable, a: vector, b: vector }, { F, gradient, a, b });
  assertNumbers("a", a);
  assertNumbers("b", b, a.length);
  const [Fa, Fb, slopeA, slopeB] = [F(a), F(b), gradient(a), gradient(b)];
  const step = b.map((value, i) => value - a[i]!);
  const printed = Fb - Fa - dot(slopeA, step);
  const reversed = Fa - Fb + dot(slopeB, step);
  withoutOverflow("F", [Fa, Fb, printed, reversed]);
  return { printed, reversed };
}
