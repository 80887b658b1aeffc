import { add, type Ball, divide, exactBall, multiply, negate, one, scale, signOf, subtract } from "./ball.js";
import { bitLength } from "./bits.js";
import { exp, expm1 } from "./exponential.js";
import { log1p } from "./logarithm.js";
import { sqrt } from "./roots.js";

type Unary = (x: Ball, precision: number) => Ball;

/** f on the half line where the middle is not negative, continued as an odd function. */
const odd =
  (f: Unary): Unary =>
  (x, precision) =>
    x.mantissa < 0n ? negate(f(negate(x), precision)) : f(x, precision);

const two = exactBall(2);
const positive = (x: Ball) => (x.mantissa < 0n ? negate(x) : x);
const isSmall = (x: Ball) => bitLength(x.mantissa) + x.exponent < 0;

/** With u = e^x - 1: (u + u/(1+u))/2. */
export const sinh: Unary = odd((x, precision) => {
  const working = precision + 6;
  const u = expm1(x, working);
  return scale(add(u, divide(u, add(one, u, working), working), precision), -1);
});

export const cosh: Unary = (x, precision) => {
  const growth = exp(positive(x), precision + 6);
  return scale(add(growth, divide(one, growth, precision + 6), precision), -1);
};

/** u/(u+2) with u = e^(2x) - 1 near 0, (1-q)/(1+q) with q = e^(-2x) elsewhere. */
export const tanh: Unary = odd((x, precision) => {
  const working = precision + 6;
  if (isSmall(x)) {
    const u = expm1(scale(x, 1), working);
    return divide(u, add(u, two, working), precision);
  }
  const q = exp(negate(scale(x, 1)), working);
  return divide(subtract(one, q, working), add(one, q, working), precision);
});

/** 2q/(1+q^2), q = e^-|x|: no overflow in the tails. */
export const sech: Unary = (x, precision) => {
  const working = precision + 6;
  const q = exp(negate(positive(x)), working);
  return divide(scale(q, 1), add(one, multiply(q, q, working), working), precision);
};

/** log1p(x + x^2/(1 + sqrt(1 + x^2))). */
export const asinh: Unary = odd((x, precision) => {
  const working = precision + 6;
  const square = multiply(x, x, working);
  const rest = divide(square, add(one, sqrt(add(one, square, working), working), working), working);
  return log1p(add(x, rest, working), precision);
});

/** With t = x - 1 >= 0: log1p(t + sqrt(t (t + 2))). Throws a RangeError for x < 1. */
export const acosh: Unary = (x, precision) => {
  const working = precision + 6;
  const t = subtract(x, one, working);
  const product = multiply(t, add(t, two, working), working);
  if (signOf(t) === -1) throw new RangeError("the area cosine of a number below 1");
  return log1p(add(t, sqrt(product, working), working), precision);
};

/** log1p(2x/(1-x))/2. Throws a RangeError for |x| >= 1. */
export const atanh: Unary = odd((x, precision) => {
  const working = precision + 6;
  const distance = subtract(one, x, working);
  const sign = signOf(distance);
  if (sign === 0 || sign === -1) throw new RangeError("the area tangent of a number not within (-1, 1)");
  return scale(log1p(divide(scale(x, 1), distance, working), precision), -1);
});

/** 1/(1 + e^-x), relatively accurate in both tails. */
export const sigmoid: Unary = (x, precision) => {
  const working = precision + 6;
  const q = exp(negate(positive(x)), working);
  return divide(x.mantissa < 0n ? q : one, add(one, q, working), precision);
};

/** log(1 + e^x) = max(x, 0) + log1p(e^-|x|). */
export const softplus: Unary = (x, precision) => {
  const rest = log1p(exp(negate(positive(x)), precision + 6), precision + 6);
  return x.mantissa < 0n ? rest : add(x, rest, precision);
};
