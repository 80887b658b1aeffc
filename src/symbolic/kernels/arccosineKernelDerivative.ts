import { TheoryError } from "../../errors.js";
import { type Expression, integer } from "../expression.js";
import { compareRational, rational } from "../rational.js";
import { divide, fraction, multiply, productOf, subtract } from "./arithmetic.js";
import { closedExpression } from "./closedExpression.js";
import { type ClosedKernel, closedKernel, differentiateClosed, scaleClosed } from "./closedKernel.js";
import { type Correlation, correlationOf } from "./correlation.js";
import { type Degree, degreeOf } from "./degree.js";
import { constantOf, write } from "./exact.js";
import { hypergeometricKernel } from "./hypergeometricKernel.js";

/**
 * d^n J_alpha / dc^n in the closed forms of arccosineKernel, n = `order` >= 0.
 * J_alpha' = alpha^2/(2 alpha-1) J_(alpha-1) as long as alpha > 1/2; a closed form of degree 0 or 1/2 is differentiated
 * in its basis (J_0' = 1/(pi sqrt(1-c^2)), J_(1/2)' = K((1+c)/2)/4), the hypergeometric form term by term for every
 * alpha.
 *
 * Domain: alpha > -1/2; |c| < 1, and c = 1 or -1 where alpha > n - 1/2: the value at 1 is the product of
 * (alpha-i)^2/(2 alpha-2 i-1) over i < n and at -1 it is 0. For alpha <= n - 1/2 the derivative has no finite value at
 * c = 1, where J is 1 + ... + const (1-c)^(alpha+1/2).
 * Source: the paper's H.9.
 * @throws TheoryError "domain" as arccosineKernel, and at c = 1 or -1 where alpha <= n - 1/2 or alpha is a symbol;
 * RangeError unless n is a whole number >= 0.
 */
export function arccosineKernelDerivative(alpha: Expression, c: Expression, order = 1): Expression {
  if (!Number.isInteger(order) || order < 0) throw new RangeError(`a derivative of order ${order}`);
  const degree = degreeOf(alpha);
  const correlation = correlationOf(c);
  if (correlation.edge !== null) return atEdge(degree, correlation, order);
  if (degree.kind === "general") return degree.restore(hypergeometricKernel(degree.value, correlation, order));
  return closedExpression(closedDerivative(degree.kind, degree.index, order), correlation);
}

/** The derivative of order n of a closed kernel: down by the kernel's own rule, then in the basis. */
export function closedDerivative(kind: "whole" | "half", index: number, order: number): ClosedKernel {
  const steps = Math.min(order, index);
  const alpha = fraction(kind === "whole" ? 2 * index : 2 * index + 1, 2);
  let kernel = scaleClosed(closedKernel(kind, index - steps), productOf(slopeFactors(alpha, steps)));
  for (let i = steps; i < order; i++) kernel = differentiateClosed(kernel);
  return kernel;
}

/** (alpha-i)^2 / (2 alpha-2 i-1) for i < n. */
const slopeFactors = (alpha: Degree["value"], n: number) =>
  Array.from({ length: n }, (_, i) => {
    const lowered = subtract(alpha, fraction(i));
    return divide(multiply(lowered, lowered), subtract(multiply(fraction(2), lowered), fraction(1)));
  });

function atEdge(degree: Degree, { edge }: Correlation, order: number): Expression {
  const value = constantOf(degree.value);
  if (order === 0) return integer(edge === 1 ? 1 : 0);
  if (value === null || compareRational(value, rational(2 * order - 1, 2)) <= 0) {
    throw new TheoryError("the derivative of this order is not finite at c = 1 or -1", {
      code: "domain",
      parameter: "c",
      value: `${edge}`,
      domain: "inside (-1, 1) unless alpha is a number above the order minus 1/2",
      remedy: "Expand about the edge with arccosineKernelSeries.",
    });
  }
  return edge === 1 ? write(productOf(slopeFactors(degree.value, order))) : integer(0);
}
