import { type Expression, integer } from "../expression.js";
import { closedExpression } from "./closedExpression.js";
import { closedKernel } from "./closedKernel.js";
import { correlationOf } from "./correlation.js";
import { degreeOf } from "./degree.js";
import { hypergeometricKernel } from "./hypergeometricKernel.js";

/**
 * The normalised arc-cosine kernel J_alpha(c) = E[relu(z1)^alpha relu(z2)^alpha] / E[relu(z)^(2 alpha)] of two standard
 * normals with correlation c, in closed form:
 *   alpha = 0, 1, 2, ...     (P(c) (pi - arccos c) + Q(c) sqrt(1-c^2))/pi,
 *   alpha = 1/2, 3/2, ...    P(c) E(m) + Q(c) K(m), complete elliptic integrals of the parameter m = (1+c)/2,
 *   else, or a symbol        u0 2F1(-alpha/2, -alpha/2; 1/2; c^2) + u1 c 2F1((1-alpha)/2, (1-alpha)/2; 3/2; c^2),
 * with exact polynomials P, Q and
 *   u0 = Gamma((alpha+1)/2)^2/(2 sqrt(pi) Gamma(alpha+1/2)),  u1 = Gamma(alpha/2+1)^2/(sqrt(pi) Gamma(alpha+1/2)).
 * Degrees above 200 take the hypergeometric form too.
 *
 * Domain: alpha > -1/2, |c| <= 1. J(1) = 1 and J(-1) = 0 are returned as such. A correlation that is a rational
 * function of other symbols, -1/(B-1), is put into P and Q and expanded.
 * Source: the paper's H.4, H.5 and H.8 (whole alpha: Y. Cho and L. K. Saul, NIPS 2009); the elliptic form is ours, from
 * J_(1/2)' = K/4 and the recurrence.
 * @throws TheoryError "domain" for a number alpha <= -1/2 or a number c outside [-1, 1].
 */
export function arccosineKernel(alpha: Expression, c: Expression): Expression {
  const degree = degreeOf(alpha);
  const correlation = correlationOf(c);
  if (correlation.edge !== null) return integer(correlation.edge === 1 ? 1 : 0);
  if (degree.kind === "general") return degree.restore(hypergeometricKernel(degree.value, correlation, 0));
  return closedExpression(closedKernel(degree.kind, degree.index), correlation);
}
