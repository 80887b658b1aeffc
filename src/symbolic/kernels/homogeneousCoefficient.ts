import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { add, divide, fraction, isZero, multiply, negate, one, productOf, rising, subtract } from "./arithmetic.js";
import { batchRadicand, harmonicDimension, timesRoot } from "./batchBasis.js";
import { type Degree, degreeOf } from "./degree.js";
import { exact, exactFunction, write } from "./exact.js";
import { gammaProduct } from "./gammaProduct.js";
import { requireIndex } from "./gegenbauerPolynomial.js";

/**
 * The orthonormal Gegenbauer coefficient a_k of phi(z) = a z_+^alpha - b z_-^alpha over one sample of a batch of B,
 * exact in alpha and B:
 *   a_k = (a - (-1)^k b) (B-1)^(alpha/2) sqrt(d_k) p_k
 *         Gamma((B-1)/2) Gamma((alpha+1+o)/2) / (2 sqrt(pi) Gamma((alpha+k+B-1)/2)),
 * o = k mod 2, p_k the product of (alpha-o)/2 - j over j < (k-o)/2, d_k the harmonic dimension.
 * It is 0 for whole alpha < k of k's parity, where phi's part of that parity is a polynomial.
 * Derivation (ours): Rodrigues' formula and k integrations by parts give, for alpha > k and so for all alpha > -1,
 *   int_0^1 t^alpha C_k^lambda(t) (1-t^2)^(lambda-1/2) dt = (2 lambda)_k Gamma(lambda+1/2) sqrt(pi) Gamma(alpha+1)
 *     / (k! 2^(alpha+1) Gamma((alpha-k)/2+1) Gamma((alpha+k)/2+lambda+1));
 * the duplication formula takes out the poles of Gamma((alpha-k)/2+1).
 * Domain: alpha > -1/2, B > 3, whole k >= 0.
 * @throws TheoryError "domain" for a number alpha <= -1/2; RangeError for another k or a B that is no rational function
 * of its symbols.
 */
export function homogeneousCoefficient(
  alpha: Expression,
  a: Expression,
  b: Expression,
  k: number,
  batch: Expression,
): Expression {
  requireIndex(k);
  const degree = degreeOf(alpha);
  const size = exactFunction(batch, "the batch size");
  const [right, left] = [exact(a, "#a"), exact(b, "#b")];
  const weight = add(right.value, k % 2 === 0 ? negate(left.value) : left.value);
  return degree.restore(left.restore(right.restore(coefficient(degree, weight, k, size))));
}

/** a_k of relu(z)^alpha = z_+^alpha: homogeneousCoefficient with a = 1, b = 0. */
export const reluCoefficient = (alpha: Expression, k: number, batch: Expression): Expression =>
  homogeneousCoefficient(alpha, integer(1), integer(0), k, batch);

function coefficient(degree: Degree, weight: RationalFunction, k: number, batch: RationalFunction): Expression {
  const alpha = degree.value;
  const odd = k % 2;
  const n = subtract(batch, one);
  const halved = (f: RationalFunction) => divide(f, fraction(2));
  const steps = (k - odd) / 2;
  const polynomial = rising(add(halved(subtract(alpha, fraction(odd))), fraction(1 - steps)), steps);
  const powers = rootPowers(degree, k, batch);
  const factor = productOf([weight, fraction(1, 2), polynomial, powers.factor]);
  if (isZero(factor)) return integer(0);
  const gammas = gammaProduct({
    factor,
    halfPowersOfPi: -1,
    over: [halved(n), halved(add(alpha, fraction(1 + odd)))],
    under: [halved(add(add(alpha, fraction(k)), n))],
  });
  return powers.rest === null ? gammas : call("Multiply", gammas, powers.rest);
}

/**
 * (B-1)^(alpha/2) sqrt(d_k) as a rational function times a root; whole alpha leaves no power of B-1 outside the root.
 */
function rootPowers(
  degree: Degree,
  k: number,
  batch: RationalFunction,
): { factor: RationalFunction; rest: Expression | null } {
  const n = subtract(batch, one);
  const powerOfN = (count: number) => productOf(Array.from({ length: count }, () => n));
  if (degree.kind !== "whole") {
    const power = call("Power", write(n), write(divide(degree.value, fraction(2))));
    return {
      factor: one,
      rest: k === 0 ? power : call("Multiply", power, timesRoot(one, harmonicDimension(k, batch))),
    };
  }
  const [odd, kOdd] = [degree.index % 2, k % 2];
  const whole = powerOfN((degree.index - odd) / 2);
  // sqrt(n d_k) = n sqrt(d_k/n) for odd k, where d_k/n is a polynomial
  const radicand =
    odd === 0
      ? harmonicDimension(k, batch)
      : kOdd === 1
        ? batchRadicand(k, batch)
        : multiply(n, harmonicDimension(k, batch));
  const factor = odd === 1 && kOdd === 1 ? multiply(whole, n) : whole;
  const root = timesRoot(one, radicand);
  return { factor, rest: root.head === "Integer" ? null : root };
}
