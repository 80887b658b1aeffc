import type { RationalFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { add, divide, factorial, fraction, multiply, rising, zero } from "./arithmetic.js";
import { exactFunction, wholeOf, write } from "./exact.js";

/**
 * The g_k of f(x) = sum_k g_k C_k^lambda(x) for the polynomial f with `coefficients` by power of x, exact in lambda:
 *   x^m = m!/2^m sum_j (lambda+m-2j)/(j! (lambda)_(m-j+1)) C_(m-2j)^lambda(x).
 * Coefficients and lambda are rational functions of any symbols. Source: DLMF 18.18.17.
 * Throws a RangeError when one of them is none, and for lambda = 0, -1, -2, ..., where the C_k are no basis.
 */
export function expandInGegenbauer(coefficients: readonly Expression[], lambda: Expression): readonly Expression[] {
  const functions = coefficients.map((coefficient) => exactFunction(coefficient, "a coefficient"));
  return Object.freeze(gegenbauerExpansion(functions, exactFunction(lambda, "lambda")).map(write));
}

/** The same among rational functions. */
export function gegenbauerExpansion(
  coefficients: readonly RationalFunction[],
  lambda: RationalFunction,
): readonly RationalFunction[] {
  const whole = wholeOf(lambda);
  if (whole !== null && whole <= 0) throw new RangeError(`no Gegenbauer basis for lambda = ${whole}`);
  const expansion = coefficients.map(() => zero);
  coefficients.forEach((coefficient, m) => {
    for (let j = 0; 2 * j <= m; j++) {
      const k = m - 2 * j;
      const size = fraction(factorial(m), 2n ** BigInt(m) * factorial(j));
      const ratio = divide(multiply(size, add(lambda, fraction(k))), rising(lambda, m - j + 1));
      expansion[k] = add(expansion[k]!, multiply(coefficient, ratio));
    }
  });
  return expansion;
}
