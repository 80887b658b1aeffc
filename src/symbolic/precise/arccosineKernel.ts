import { rational } from "../rational.js";
import { addValues, compareValues, multiplyValues } from "./arithmetic.js";
import { type Ball, multiply, one, zero } from "./ball.js";
import { gamma, reciprocalGamma } from "./gamma.js";
import { hypergeometric } from "./hypergeometric.js";
import { powerValue } from "./power.js";
import { toBall, type Value } from "./value.js";

const half = rational(1, 2);

/**
 * J_alpha(c), alpha > -1/2, |c| <= 1, J_alpha(1) = 1: with w = (1+c)/2,
 *   w^(alpha+1/2) Gamma(alpha+1)^2/(Gamma(alpha+3/2) Gamma(alpha+1/2)) 2F1(1/2, 1/2; alpha+3/2; w),
 * no term of which is negative. It is the solution with the exponent alpha+1/2 at c = -1 of the hypergeometric equation with
 * a = b = -alpha in w that the even and odd series in c^2 satisfy (quadratic transformation, DLMF 15.8.27).
 * Source of the kernel: Y. Cho and L. K. Saul, NIPS 2009. Throws a RangeError outside the domain.
 */
export function arccosineKernel(alpha: Value, c: Value, precision: number): Ball {
  if (compareValues(alpha, rational(-1, 2), precision) <= 0) throw new RangeError("alpha must be above -1/2");
  const working = precision + 12;
  const w = multiplyValues(addValues(c, rational(1), 4 * precision), half, 4 * precision);
  const [low, high] = [compareValues(w, rational(0), precision), compareValues(w, rational(1), precision)];
  if (low < 0 || high > 0) throw new RangeError("c must lie in [-1, 1]");
  if (low === 0) return zero;
  if (high === 0) return one;
  const [below, above] = [half, rational(3, 2)].map((shift) => addValues(alpha, shift, 2 * working));
  const top = gamma(addValues(alpha, rational(1), 2 * working), working);
  const bottom = multiply(reciprocalGamma(below!, working), reciprocalGamma(above!, working), working);
  const front = multiply(multiply(top, top, working), bottom, working);
  const power = toBall(powerValue(w, below!, working), working);
  return multiply(multiply(front, power, working), hypergeometric(half, half, above!, w, working), precision);
}
