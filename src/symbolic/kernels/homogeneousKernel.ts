import { TheoryError } from "../../errors.js";
import { derivativeFunction, type RationalFunction, substituteFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { arccosineKernelDerivative } from "./arccosineKernelDerivative.js";
import { add, divide, fraction, isZero, multiply, negate, subtract } from "./arithmetic.js";
import { closedKernel } from "./closedKernel.js";
import { correlationOf } from "./correlation.js";
import { degreeOf } from "./degree.js";
import { exact, write } from "./exact.js";
import { hypergeometricKernel } from "./hypergeometricKernel.js";
import { linearCombination } from "./linearCombination.js";

export interface HomogeneousKernelOptions {
  /** Divide by J_phi(1) = a^2 + b^2; default false, as the paper has it. */
  readonly normalised?: boolean;
}

/**
 * J_phi(c) = (a^2 + b^2) J_alpha(c) - 2 a b J_alpha(-c) of the homogeneous phi(x) = a x_+^alpha - b x_-^alpha, x_- = max(-x, 0): the
 * function that is a x^alpha on the right and -b |x|^alpha on the left (a = 1, b = -s: leaky relu of slope s has b = s; the
 * identity a = b = 1; |x| a = 1, b = -1). E phi(z1) phi(z2) = c_alpha J_phi(c), E phi(z)^2 = c_alpha (a^2 + b^2),
 * c_alpha = E relu(z)^(2 alpha).
 *
 * Written for whole alpha with e = (-1)^alpha as (a + e b)^2 J_alpha(c) - 2 e a b P(c), where J_alpha(c) + e J_alpha(-c) = P(c) is a
 * polynomial; for other alpha that have no elliptic form as (a-b)^2 times the even and (a+b)^2 times the odd hypergeometric part.
 * Domain as arccosineKernel; a and b any terms. Source: the paper's I.4.
 * @throws TheoryError "domain" as arccosineKernel, and for a = b = 0 when normalised.
 */
export const homogeneousKernel = (
  alpha: Expression,
  a: Expression,
  b: Expression,
  c: Expression,
  options: HomogeneousKernelOptions = {},
): Expression => homogeneousKernelDerivative(alpha, a, b, c, 0, options);

/**
 * d^n J_phi / dc^n = (a^2 + b^2) J_alpha^(n)(c) - (-1)^n 2 a b J_alpha^(n)(-c), n = `order` >= 0. Domain in c as
 * arccosineKernelDerivative, at both c and -c. Source: the paper's I.7.
 */
export function homogeneousKernelDerivative(
  alpha: Expression,
  a: Expression,
  b: Expression,
  c: Expression,
  order = 1,
  { normalised = false }: HomogeneousKernelOptions = {},
): Expression {
  const degree = degreeOf(alpha);
  const correlation = correlationOf(c);
  const [right, left] = [exact(a, "#a"), exact(b, "#b")];
  const size = add(square(right.value), square(left.value));
  if (normalised && isZero(size)) throw nothing(a);
  const share = (f: RationalFunction) => (normalised ? divide(f, size) : f);
  const cross = multiply(fraction(2), multiply(right.value, left.value));
  const restore = (term: Expression) => degree.restore(left.restore(right.restore(term)));

  if (degree.kind === "general" && correlation.edge === null) {
    const even = share(square(subtract(right.value, left.value)));
    const odd = share(square(add(right.value, left.value)));
    return restore(hypergeometricKernel(degree.value, correlation, order, { even, odd }));
  }
  const kernel = (at: Expression) => arccosineKernelDerivative(alpha, at, order);
  if (degree.kind !== "whole" || correlation.edge !== null) {
    const opposite = correlation.restore(write(negate(correlation.value)));
    const part = share(order % 2 === 0 ? negate(cross) : cross);
    return restore(
      linearCombination([
        { coefficient: share(size), factor: kernel(c) },
        ...(isZero(part) ? [] : [{ coefficient: part, factor: kernel(opposite) }]),
      ]),
    );
  }
  const sign = fraction(degree.index % 2 === 0 ? 1 : -1);
  const weight = share(square(add(right.value, multiply(sign, left.value))));
  let polynomial = closedKernel("whole", degree.index).first;
  for (let i = 0; i < order; i++) polynomial = derivativeFunction(polynomial, "c");
  const rest = multiply(share(multiply(sign, cross)), substituteFunction(polynomial, "c", correlation.value));
  const parts = [
    ...(isZero(weight) ? [] : [{ coefficient: weight, factor: kernel(c) }]),
    { coefficient: negate(rest), factor: null },
  ];
  return restore(correlation.restore(linearCombination(parts)));
}

const square = (f: RationalFunction) => multiply(f, f);

const nothing = (a: Expression) =>
  new TheoryError("phi must not be zero", {
    code: "domain",
    parameter: "a",
    value: a,
    domain: "a and b not both 0",
    remedy: "Give the function a value on one side.",
  });
