import type { RationalFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { divide, one, productOf, subtract } from "./arithmetic.js";
import { batchLambda } from "./batchBasis.js";
import { exactFunction } from "./exact.js";
import { gegenbauerAtOne, gegenbauerCoefficients } from "./gegenbauerPolynomial.js";
import { polynomialIn } from "./polynomialIn.js";

/**
 * p_k(z) = (B-1)^(o/2) C_k^lambda(z/sqrt(B-1)) / C_k^lambda(1), lambda = (B-3)/2, o = k mod 2: the zonal polynomial of
 * degree k in one sample of a batch of B, scaled so that its coefficients are rational in B. p_k(z) of the sample at z
 * = sqrt(B-1) is (B-1)^(o/2); the mean square is 1/d_k for even and (B-1)/d_k for odd k, d_k the harmonic dimension.
 * Domain: B > 3. Throws a RangeError unless k is a whole number >= 0 and B a rational function of its symbols, and for
 * B = 3.
 */
export function batchPolynomial(k: number, batch: Expression, z: Expression): Expression {
  return polynomialIn(batchPolynomialCoefficients(k, exactFunction(batch, "the batch size")), z);
}

/** The coefficients by power of z. */
export function batchPolynomialCoefficients(k: number, batch: RationalFunction): readonly RationalFunction[] {
  const n = subtract(batch, one);
  const lambda = batchLambda(batch);
  const atOne = gegenbauerAtOne(k, lambda);
  return gegenbauerCoefficients(k, lambda).map((coefficient, power) =>
    divide(coefficient, productOf([atOne, ...Array.from({ length: Math.floor(power / 2) }, () => n)])),
  );
}
