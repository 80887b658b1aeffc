import { TheoryError } from "../../errors.js";
import { derivativeFunction, type RationalFunction, substituteFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { arccosineKernelDerivative } from "./arccosineKernelDerivative.js";
import { add, divide, fraction, isZero, multiply, negate, subtract } from "./arithmetic.js";
import { closedKernel } from "./closedKernel.js";
import { type Correlation, correlationOf } from "./correlation.js";
import { type Degree, degreeOf } from "./degree.js";
import { exact, write } from "./exact.js";
import { hypergeometricKernel } from "./hypergeometricKernel.js";
import { linearCombination } from "./linearCombination.js";

export interface HomogeneousKernelOptions {
  /** Divide by J_phi(1) = a^2 + b^2; default false, as the paper has it. */
  readonly normalised?: boolean;
}

/**
 * J_phi(c) = (a^2 + b^2) J_alpha(c) - 2 a b J_alpha(-c) of the homogeneous phi(x) = a x_+^alpha - b x_-^alpha:
 * a x^alpha on the right and -b |x|^alpha on the left. Relu has b = 0, leaky relu of slope s has a = 1 and b = s, |x|
 * has a = 1 and b = -1. With c_alpha = E relu(z)^(2 alpha), E phi(z1) phi(z2) = c_alpha J_phi(c) and
 * E phi(z)^2 = c_alpha (a^2 + b^2).
 *
 * For whole alpha, with e = (-1)^alpha, it is written as (a + e b)^2 J_alpha(c) - 2 e a b P(c), where
 * J_alpha(c) + e J_alpha(-c) = P(c) is a polynomial; in the hypergeometric form as (a-b)^2 times the even and (a+b)^2
 * times the odd part.
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
  if (normalised && isZero(size)) throw nothing();
  const weighted: Weighted = {
    degree,
    correlation,
    order,
    right: right.value,
    left: left.value,
    share: (f) => (normalised ? divide(f, size) : f),
    kernel: (at) => arccosineKernelDerivative(alpha, at, order),
  };
  const form =
    correlation.edge !== null || degree.kind === "half" ? combination : degree.kind === "whole" ? wholeForm : series;
  return degree.restore(left.restore(right.restore(form(weighted, c))));
}

interface Weighted {
  readonly degree: Degree;
  readonly correlation: Correlation;
  readonly order: number;
  readonly right: RationalFunction;
  readonly left: RationalFunction;
  /** Divides by J_phi(1) if that was asked for. */
  readonly share: (f: RationalFunction) => RationalFunction;
  /** The derivative of J_alpha. */
  readonly kernel: (at: Expression) => Expression;
}

function series({ degree, correlation, order, right, left, share }: Weighted): Expression {
  const even = share(square(subtract(right, left)));
  const odd = share(square(add(right, left)));
  return hypergeometricKernel(degree.value, correlation, order, { even, odd });
}

const crossOf = ({ right, left }: Weighted) => multiply(fraction(2), multiply(right, left));

/** As defined. A part with weight 0 is not asked for: its kernel may be infinite. */
function combination(weighted: Weighted, c: Expression): Expression {
  const { correlation, order, right, left, share, kernel } = weighted;
  const cross = crossOf(weighted);
  const part = share(order % 2 === 0 ? negate(cross) : cross);
  const opposite = correlation.restore(write(negate(correlation.value)));
  return linearCombination([
    { coefficient: share(add(square(right), square(left))), factor: kernel(c) },
    ...(isZero(part) ? [] : [{ coefficient: part, factor: kernel(opposite) }]),
  ]);
}

/** (a + e b)^2 J_alpha(c) - 2 e a b P(c), e = (-1)^alpha. */
function wholeForm(weighted: Weighted, c: Expression): Expression {
  const { degree, correlation, order, right, left, share, kernel } = weighted;
  const sign = fraction(degree.index % 2 === 0 ? 1 : -1);
  const weight = share(square(add(right, multiply(sign, left))));
  let polynomial = closedKernel("whole", degree.index).first;
  for (let i = 0; i < order; i++) polynomial = derivativeFunction(polynomial, "c");
  const scale = share(multiply(sign, crossOf(weighted)));
  const rest = multiply(scale, substituteFunction(polynomial, "c", correlation.value));
  return correlation.restore(
    linearCombination([
      ...(isZero(weight) ? [] : [{ coefficient: weight, factor: kernel(c) }]),
      { coefficient: negate(rest), factor: null },
    ]),
  );
}

const square = (f: RationalFunction) => multiply(f, f);

const nothing = () =>
  new TheoryError("phi must not be zero", {
    code: "domain",
    parameter: "a",
    value: "0",
    domain: "a and b not both 0",
    remedy: "Give the function a value on one side.",
  });
