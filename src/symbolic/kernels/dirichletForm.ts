import type { RationalFunction } from "../algebra/rationalFunction.js";
import { minus, plus, times } from "../build.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { equation, type Proposition } from "../proposition.js";
import { add, divide, fraction, multiply, one, subtract } from "./arithmetic.js";
import { batchRadicand } from "./batchBasis.js";
import { batchPolynomialCoefficients } from "./batchPolynomial.js";
import { exactFunction, write } from "./exact.js";
import { correlationPolynomial } from "./gegenbauerGap.js";
import { polynomialIn, slopeCoefficients } from "./polynomialIn.js";

const z1 = symbol("z1");
const z2 = symbol("z2");
const square = (z: Expression) => call("Power", z, integer(2));

/**
 * SphereMean of (B-1-z1^2) f'(z1) g'(z1) + (1 + z1 z2) f'(z1) g'(z2), unevaluated, for slopes f' and g' given as terms
 * of z; bound symbols z1 and z2, which B must not contain. With f = g = phi it is the numerator of the explosion rate
 * times B-3.
 *
 * It is a Dirichlet form. For F_i(x) = f(z_i), z_i = sqrt(n) <w_i, x>, n = B-1, <w1, w2> = -1/n, on the unit sphere of
 * R^n the gradients have
 *   <grad F_1, grad G_1> = (n - z1^2) f'(z1) g'(z1)   and   <grad F_1, grad G_2> = -(1 + z1 z2) f'(z1) g'(z2),
 * so it is E <grad F_1, grad G_1> - E <grad F_1, grad G_2>.
 * Source: the paper's Theorem 7 for any phi; this form is ours.
 */
export function dirichletForm(
  slope: (z: Expression) => Expression,
  otherSlope: (z: Expression) => Expression,
  batch: Expression,
): Expression {
  const own = times(minus(minus(batch, 1), square(z1)), slope(z1), otherSlope(z1));
  const crossed = times(plus(1, times(z1, z2)), slope(z1), otherSlope(z2));
  return call("SphereMean", plus(own, crossed), z1, z2, batch);
}

/**
 * Green's identity on the sphere for polynomials f and g (coefficients by power of z): the Dirichlet form is
 *   E f(z1) (D g(z1) - D g(z2)),   D g = (B-2) z g' - (B-1-z^2) g'',
 * D being minus the spherical Laplacian on functions of one z. Domain: B > 2.
 * Throws a RangeError when a coefficient or B is no rational function of its symbols.
 */
export function greenIdentity(f: readonly Expression[], g: readonly Expression[], batch: Expression): Proposition {
  const exactly = (list: readonly Expression[]) => list.map((term) => exactFunction(term, "a coefficient"));
  const [left, right] = [exactly(f), exactly(g)];
  const b = exactFunction(batch, "the batch size");
  const image = (z: Expression) => polynomialIn(laplacian(right, b), z);
  const body = times(polynomialIn(left, z1), minus(image(z1), image(z2)));
  return equation(
    dirichletForm(
      (z) => slopeOf(left, z),
      (z) => slopeOf(right, z),
      batch,
    ),
    call("SphereMean", body, z1, z2, batch),
  );
}

const slopeOf = (coefficients: readonly RationalFunction[], z: Expression) =>
  polynomialIn(slopeCoefficients(coefficients), z);

/** The coefficients of (B-2) z g' - (B-1-z^2) g'': z^m goes to m (m+B-3) z^m - m (m-1) (B-1) z^(m-2). */
export function laplacian(g: readonly RationalFunction[], batch: RationalFunction): readonly RationalFunction[] {
  const n = subtract(batch, one);
  return g.map((coefficient, m) => {
    const own = multiply(multiply(fraction(m), add(batch, fraction(m - 3))), coefficient);
    const above = g[m + 2];
    return above === undefined ? own : subtract(own, multiply(multiply(fraction((m + 2) * (m + 1)), n), above));
  });
}

/**
 * The Dirichlet form of two zonal polynomials p_j, p_k of batchPolynomial: 0 for j != k, and for j = k
 *   k (B-3+k) (1 - P_k(-1/(B-1))) (B-1)^(k mod 2) / d_k,   d_k the harmonic dimension:
 * p_k is an eigenfunction of D with eigenvalue k (B-3+k), and E p_j(z1) p_k(z2) = [j = k] P_k(-1/(B-1)) E p_k^2. With
 * a_k the coefficients of phi in e_k = p_k / sqrt(E p_k^2) this is Theorem 9: the numerator is sum_k k (B-3+k)/(B-3)
 * a_k^2 (1 - P_k(-1/(B-1))).
 * Domain: B > 3. Throws a RangeError as batchPolynomial.
 */
export function dirichletIdentity(j: number, k: number, batch: Expression): Proposition {
  const b = exactFunction(batch, "the batch size");
  const [first, second] = [batchPolynomialCoefficients(j, b), batchPolynomialCoefficients(k, b)];
  const form = dirichletForm(
    (z) => slopeOf(first, z),
    (z) => slopeOf(second, z),
    batch,
  );
  if (j !== k) return equation(form, integer(0));
  const gap = subtract(one, correlationPolynomial(k, b));
  const eigenvalue = multiply(fraction(k), add(b, fraction(k - 3)));
  return equation(form, write(divide(multiply(eigenvalue, gap), batchRadicand(k, b))));
}
