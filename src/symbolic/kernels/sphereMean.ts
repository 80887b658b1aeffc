import { coefficientsIn } from "../algebra/polynomial.js";
import { functionOfPolynomial, type RationalFunction, substituteFunction } from "../algebra/rationalFunction.js";
import type { Expression } from "../expression.js";
import { sphereMomentFunction } from "../integrals/sphereMoment.js";
import { divide, multiply, sumOf } from "./arithmetic.js";
import { exactFunction, write } from "./exact.js";

/**
 * SphereMean(body, z1, z2, B) of a polynomial in z1 and z2, exactly: its monomials replaced by sphereMoment. The
 * coefficients are rational functions of any other symbols, B among them.
 * Throws a RangeError when the body is no polynomial in z1 and z2, or B no rational function of its symbols.
 */
export function sphereMean(body: Expression, z1: string, z2: string, batch: Expression): Expression {
  const f = exactFunction(body, "what is averaged over the sphere");
  return write(sphereMeanFunction(f, z1, z2, exactFunction(batch, "the batch size")));
}

/** The same among rational functions. */
export function sphereMeanFunction(
  f: RationalFunction,
  z1: string,
  z2: string,
  batch: RationalFunction,
): RationalFunction {
  if ([z1, z2].some((name) => f.denominator.variables.includes(name))) {
    throw new RangeError("what is averaged over the sphere must be a polynomial in its two variables");
  }
  const terms = coefficientsIn(f.numerator, z1).flatMap((inFirst, i) =>
    coefficientsIn(inFirst, z2).map((coefficient, j) =>
      multiply(functionOfPolynomial(coefficient), substituteFunction(sphereMomentFunction(i, j), "B", batch)),
    ),
  );
  return divide(sumOf(terms), functionOfPolynomial(f.denominator));
}
