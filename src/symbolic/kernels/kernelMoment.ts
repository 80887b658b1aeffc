import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression } from "../expression.js";
import { add, fraction, subtract } from "./arithmetic.js";
import { degreeOf } from "./degree.js";
import { write } from "./exact.js";
import { gammaProduct } from "./gammaProduct.js";

/**
 * c_alpha = E relu(z)^(2 alpha) = 2^(alpha-1) Gamma(alpha+1/2)/sqrt(pi): c_0 = c_1 = 1/2, c_2 = 3/2.
 * Domain: alpha > -1/2. Source: the paper's H.2.
 * @throws TheoryError "domain" for a number alpha <= -1/2.
 */
export function kernelMoment(alpha: Expression): Expression {
  const degree = degreeOf(alpha);
  const product = (factor: RationalFunction) =>
    gammaProduct({ factor, halfPowersOfPi: -1, over: [add(degree.value, fraction(1, 2))], under: [] });
  if (degree.kind === "whole") return product(fraction(2n ** BigInt(degree.index), 2));
  const power = call("Power", write(fraction(2)), write(subtract(degree.value, fraction(1))));
  return degree.restore(call("Multiply", power, product(fraction(1))));
}
