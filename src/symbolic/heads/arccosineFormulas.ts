import { call, type Expression, integer } from "../expression.js";
import { add, divide, isZero, multiply, negate, subtract } from "./terms.js";

const one = integer(1);
const two = integer(2);
const half = divide(one, two);
const square = (a: Expression) => call("Power", a, two);
const gamma = (a: Expression) => call("Gamma", a);

/** alpha = 0 and alpha = 1/2, where alpha^2 J_(alpha-1) / (2 alpha - 1) is 0 times a pole or 0/0. */
const isExceptional = (alpha: Expression) =>
  isZero(alpha) ||
  (alpha.head === "Number" && alpha.value === 0.5) ||
  (alpha.head === "Divide" &&
    alpha.args.every((arg, i) => arg.head === "Integer" && arg.value === (i === 0 ? 1n : 2n)));

/**
 * dJ_alpha/dc = alpha^2 / (2 alpha - 1) J_(alpha-1)(c), and for alpha = 0, 1/2 (exact literals)
 *             = Gamma(alpha+1)^2 / (2 Gamma(alpha+1/2)^2) u^(alpha-1/2) 2F1(1/2, 1/2; alpha+1/2; u), u = (1+c)/2.
 */
export function arccosineSlope(alpha: Expression, c: Expression): Expression {
  if (!isExceptional(alpha)) {
    const factor = divide(square(alpha), subtract(multiply(two, alpha), one));
    const lower = alpha.head === "Integer" ? integer(alpha.value - 1n) : subtract(alpha, one);
    return multiply(factor, call("ArccosineKernel", lower, c));
  }
  const u = divide(add(one, c), two);
  const factor = divide(square(gamma(add(alpha, one))), multiply(two, square(gamma(add(alpha, half)))));
  const power = call("Power", u, subtract(alpha, half));
  return multiply(multiply(factor, power), call("Hypergeometric", half, half, add(alpha, half), u));
}

/**
 * J_alpha(c) as the even and the odd part of its power series, the form that defines it:
 * u0 2F1(-alpha/2, -alpha/2; 1/2; c^2) + u1 c 2F1((1-alpha)/2, (1-alpha)/2; 3/2; c^2),
 * u0 = Gamma((alpha+1)/2)^2 / (2 sqrt(pi) Gamma(alpha+1/2)), u1 = Gamma(alpha/2+1)^2 / (sqrt(pi) Gamma(alpha+1/2)).
 */
export function arccosineSeries(alpha: Expression, c: Expression): Expression {
  const norm = multiply(call("Sqrt", call("Pi")), gamma(add(alpha, half)));
  const first = divide(square(gamma(divide(add(alpha, one), two))), multiply(two, norm));
  const second = divide(square(gamma(add(divide(alpha, two), one))), norm);
  const series = (p: Expression, q: Expression) => call("Hypergeometric", p, p, q, square(c));
  const even = series(negate(divide(alpha, two)), half);
  const odd = series(divide(subtract(one, alpha), two), divide(integer(3), two));
  return add(multiply(first, even), multiply(multiply(second, c), odd));
}
