import {
  addPolynomial,
  coefficientsIn,
  constantPolynomial,
  fromCoefficients,
  multiplyPolynomial,
  type Polynomial,
  scalePolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "../algebra/polynomial.js";
import type { Bounds } from "./bounds.js";

function powers(base: Polynomial, degree: number): readonly Polynomial[] {
  const list = [constantPolynomial(1n)];
  for (let k = 1; k <= degree; k++) list.push(multiplyPolynomial(list[k - 1]!, base));
  return list;
}

/** sum_i c_i top^i bottom^(d-i): p(top/bottom) bottom^d. */
function compose(coefficients: readonly Polynomial[], top: Polynomial, bottom: Polynomial): Polynomial {
  const degree = coefficients.length - 1;
  const [tops, bottoms] = [powers(top, degree), powers(bottom, degree)];
  return coefficients.reduce(
    (sum, c, i) => addPolynomial(sum, multiplyPolynomial(c, multiplyPolynomial(tops[i]!, bottoms[degree - i]!))),
    zeroPolynomial,
  );
}

/** A polynomial of which the variable is >= 0, and where the ends of its range are. */
export interface Moved {
  readonly polynomial: Polynomial;
  /**
   * The powers of the variable that are not 0 at the ends that the range includes: 0 at t = 0, the degree at t =
   * infinity.
   */
  readonly ends: readonly number[];
}

/**
 * A positive multiple of p, written in t >= 0 where the range of the variable is l + t, u - t, (l + u t)/(1 + t) or
 * +-sqrt(t) for no bounds at all; null where p is not even in a variable without bounds.
 */
export function onHalfLine(p: Polynomial, name: string, bounds: Bounds): Moved | null {
  const { lower, upper, lowerOpen, upperOpen } = bounds;
  const coefficients = coefficientsIn(p, name);
  const degree = coefficients.length - 1;
  const t = variablePolynomial(name);
  const linear = (a: bigint, b: bigint) => addPolynomial(constantPolynomial(a), scalePolynomial(t, b));
  if (lower !== null && upper !== null) {
    const top = linear(lower.numerator * upper.denominator, upper.numerator * lower.denominator);
    const scale = lower.denominator * upper.denominator;
    const ends = [...(lowerOpen ? [] : [0]), ...(upperOpen ? [] : [degree])];
    return { polynomial: compose(coefficients, top, linear(scale, scale)), ends };
  }
  if (lower !== null) {
    const moved = compose(
      coefficients,
      linear(lower.numerator, lower.denominator),
      constantPolynomial(lower.denominator),
    );
    return { polynomial: moved, ends: lowerOpen ? [] : [0] };
  }
  if (upper !== null) {
    const moved = compose(
      coefficients,
      linear(upper.numerator, -upper.denominator),
      constantPolynomial(upper.denominator),
    );
    return { polynomial: moved, ends: upperOpen ? [] : [0] };
  }
  if (coefficients.some((c, k) => k % 2 === 1 && c.terms.length > 0)) return null;
  const even = coefficients.filter((_, k) => k % 2 === 0);
  return { polynomial: fromCoefficients(even, name), ends: [0] };
}
