import { leadingCoefficient } from "../algebra/polynomial.js";
import { compareRational, type Rational, rational } from "../rational.js";
import { rationalOf } from "./constant.js";
import { functionAtom, integerExact, rationalExact, sqrtPi } from "./create.js";
import type { Exact } from "./exact.js";
import type { ExactField } from "./field.js";
import { squareRoot } from "./power.js";
import { signOfExact } from "./sign.js";

export const pi = (field: ExactField): Exact => field.power(sqrtPi(), 2);

const piTimes = (value: Rational, field: ExactField): Exact => field.multiply(rationalExact(value), pi(field));

/** arccos(sqrt(x^2))/pi for the x^2 where it is rational. */
function rationalAngle({ numerator, denominator }: Rational): Rational | null {
  if (numerator === 0n) return rational(1, 2);
  if (numerator === 1n && denominator === 1n) return rational(0);
  if (numerator === 1n && denominator === 4n) return rational(1, 3);
  if (numerator === 1n && denominator === 2n) return rational(1, 4);
  return numerator === 3n && denominator === 4n ? rational(1, 6) : null;
}

/**
 * arccos(x): a rational multiple of pi at 0, +-1/2, +-1, +-sqrt(2)/2, +-sqrt(3)/2; otherwise an atom of x or, by
 * arccos(-x) = pi - arccos(x), of -x, whichever has the positive leading coefficient. Throws a RangeError for x^2 > 1
 * when x^2 is rational.
 */
export function arccosine(x: Exact, field: ExactField): Exact {
  if (leadingCoefficient(x.numerator) < 0n) return field.subtract(pi(field), arccosine(field.negate(x), field));
  const square = rationalOf(field.multiply(x, x));
  if (square !== null) {
    if (compareRational(square, rational(1)) === 1) throw new RangeError("arccos of a number beyond 1");
    const angle = rationalAngle(square);
    if (angle !== null) return piTimes(angle, field);
  }
  return functionAtom("Acos", x);
}

/** arcsin(x) = pi/2 - arccos(x) */
export const arcsine = (x: Exact, field: ExactField): Exact =>
  field.subtract(piTimes(rational(1, 2), field), arccosine(x, field));

/** arctan(x) = arcsin(x / sqrt(1 + x^2)) */
export function arctangent(x: Exact, field: ExactField): Exact {
  const hypotenuse = squareRoot(field.add(field.one, field.multiply(x, x)), field);
  return arcsine(field.divide(x, hypotenuse), field);
}

/** sqrt(1 - x^2), as a product of two roots where both radicands are known to be >= 0. */
export function sineOfArccosine(x: Exact, field: ExactField): Exact {
  const [below, above] = [field.subtract(integerExact(1), x), field.add(integerExact(1), x)];
  if (signOfExact(below, field.domain) !== 1 || signOfExact(above, field.domain) !== 1) {
    return squareRoot(field.multiply(below, above), field);
  }
  return field.multiply(squareRoot(below, field), squareRoot(above, field));
}
