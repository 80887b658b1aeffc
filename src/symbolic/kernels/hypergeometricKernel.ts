import { leadingCoefficient } from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer } from "../expression.js";
import { add, divide, fraction, isZero, multiply, negate, one, productOf, subtract } from "./arithmetic.js";
import { type Exact, write } from "./exact.js";
import { gammaProduct } from "./gammaProduct.js";
import { scaled } from "./linearCombination.js";

/**
 * J^(k)(0), the Taylor coefficients of J_alpha without their 1/k!:
 *   t_0 = Gamma((alpha+1)/2)^2 / (2 sqrt(pi) Gamma(alpha+1/2)), t_1 = Gamma(alpha/2+1)^2 / (sqrt(pi) Gamma(alpha+1/2)),
 *   t_(k+2) = (alpha-k)^2 t_k, from (1-c^2) J'' + (2 alpha-1) c J' = alpha^2 J.
 * None is negative: they are squares of Hermite coefficients. `weight` multiplies the result.
 */
export function taylorCoefficient(alpha: RationalFunction, k: number, weight: RationalFunction = one): Expression {
  const odd = k % 2;
  const squares = Array.from({ length: (k - odd) / 2 }, (_, i) => square(subtract(alpha, fraction(2 * i + odd))));
  const argument = divide(add(alpha, fraction(1 + odd)), fraction(2));
  return gammaProduct({
    factor: multiply(weight, productOf(odd === 1 ? squares : [fraction(1, 2), ...squares])),
    halfPowersOfPi: -1,
    over: [argument, argument],
    under: [add(alpha, fraction(1, 2))],
  });
}

/** Weights of the even and of the odd part of a kernel; 1 and 1 for J_alpha itself. */
export interface Weights {
  readonly even: RationalFunction;
  readonly odd: RationalFunction;
}

/**
 * The derivative of order n of J_alpha, for every alpha > -1/2 and |c| < 1 (at c = 1 and -1 too while n < alpha + 1/2):
 *   t_n 2F1((n-alpha)/2, (n-alpha)/2; 1/2; c^2) + t_(n+1) c 2F1((n+1-alpha)/2, (n+1-alpha)/2; 3/2; c^2).
 */
export function hypergeometricKernel(alpha: RationalFunction, c: Exact, order: number, weights?: Weights): Expression {
  const weightOf = (k: number) => (weights === undefined ? one : k % 2 === 0 ? weights.even : weights.odd);
  const squared = write(multiply(c.value, c.value));
  const part = (k: number, third: RationalFunction) => {
    const upper = divide(subtract(fraction(k), alpha), fraction(2));
    const series = isZero(upper) ? null : call("Hypergeometric", write(upper), write(upper), write(third), squared);
    return { coefficient: taylorCoefficient(alpha, k, weightOf(k)), series };
  };
  const constant = part(order, fraction(1, 2));
  const linear = part(order + 1, fraction(3, 2));
  const negative = leadingCoefficient(c.value.numerator) < 0n;
  const size = negative ? negate(c.value) : c.value;
  const first = times(constant.coefficient, constant.series);
  const second = isZero(size) ? integer(0) : times(linear.coefficient, scaled(size, linear.series));
  return c.restore(sum(first, second, negative));
}

const isNothing = (term: Expression) => term.head === "Integer" && term.value === 0n;
const square = (f: RationalFunction) => multiply(f, f);

function times(coefficient: Expression, factor: Expression | null): Expression {
  return isNothing(coefficient) || factor === null ? coefficient : call("Multiply", coefficient, factor);
}

function sum(first: Expression, second: Expression, negative: boolean): Expression {
  if (isNothing(second)) return first;
  if (isNothing(first)) return negative ? call("Negate", second) : second;
  return call(negative ? "Subtract" : "Add", first, second);
}
