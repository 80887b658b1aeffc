import { multiplyPolynomial, negatePolynomial, type Polynomial, powerPolynomial } from "../algebra/polynomial.js";
import { rational } from "../rational.js";
import { type Base, baseOf, nonnegativeBase } from "./base.js";
import { constantTerm, floorOf, rationalOf, wholeOf } from "./constant.js";
import { atomExact, functionAtom, integerExact, polynomialExact, rationalExact } from "./create.js";
import type { Exact } from "./exact.js";
import { type Exponent, exponentOf, isWhole, scaleExponent } from "./exponent.js";
import { factorPower, safeNumber, signPower, wholeFactorPower } from "./factorPower.js";
import type { ExactField } from "./field.js";
import { signOfExact, strictSignOfExact } from "./sign.js";

/** The square root of the factors of unknown sign: kept whole, |f| as the root of f^2. */
function wholeRoot({ sign, unknown }: Base, { atoms }: Exact, field: ExactField): Exact {
  const rootOf = (radicand: Polynomial) => atomExact({ kind: "root", degree: 2, radicand, split: false }, atoms);
  let outside = field.one;
  let inside: Polynomial | null = null;
  for (const { factor, multiplicity } of unknown) {
    const rest = ((multiplicity % 4) + 4) % 4;
    outside = field.multiply(outside, field.power(polynomialExact(factor, atoms), (multiplicity - rest) / 2));
    if (rest === 2) outside = field.multiply(outside, rootOf(powerPolynomial(factor, 2)));
    if (rest % 2 === 0) continue;
    const odd = powerPolynomial(factor, rest);
    inside = inside === null ? odd : multiplyPolynomial(inside, odd);
  }
  if (inside === null) return outside;
  return field.multiply(outside, rootOf(sign === 1 ? inside : negatePolynomial(inside)));
}

/** An atom for x^y, with the whole part of the exponent's constant taken out. */
function opaquePower(x: Exact, y: Exact, field: ExactField): Exact {
  const floor = floorOf(constantTerm(y) ?? rational(0));
  const rest = field.subtract(y, integerExact(floor));
  return field.multiply(field.power(x, safeNumber(floor)), functionAtom("Power", x, rest));
}

function powerOfZero(y: Exact, field: ExactField): Exact {
  if (strictSignOfExact(y, field.domain) === 1) return field.zero;
  throw new RangeError("a power of zero whose exponent is not known to be positive");
}

/** x^exponent, the exponent whole by the assumptions, x of any sign. */
function powerToWhole(x: Exact, exponent: Exponent, field: ExactField): Exact {
  const { sign, known, unknown } = baseOf(x, field.domain);
  const scaled = (multiplicity: number) => scaleExponent(exponent, rational(multiplicity));
  return [
    ...known.map(({ factor, multiplicity }) => factorPower(factor, scaled(multiplicity), x.atoms, field)),
    ...unknown.map(({ factor, multiplicity }) => wholeFactorPower(factor, scaled(multiplicity), x.atoms, field)),
  ].reduce(field.multiply, sign === 1 ? field.one : signPower(exponent, field));
}

/**
 * x^y. Whole y: always. Otherwise x >= 0 is needed: its factors of known sign separate, so that powers of products are
 * products of powers; y may be a polynomial in symbols, and any other makes an atom of the power. Where y is whole by
 * the assumptions (Element(k, Integers)) x may have any sign. Throws a RangeError for a negative base, and for 0^y
 * unless y > 0 is known.
 */
export function power(x: Exact, y: Exact, field: ExactField): Exact {
  const n = wholeOf(y);
  if (n !== null) return field.power(x, n);
  if (field.isZero(x)) return powerOfZero(y, field);
  const exponent = exponentOf(y);
  if (exponent === null) return opaquePower(x, y, field);
  if (isWhole(exponent, field.domain)) return powerToWhole(x, exponent, field);
  const base = nonnegativeBase(baseOf(x, field.domain));
  const value = rationalOf(y);
  if (base.unknown.length > 0 && value?.denominator !== 2n) return opaquePower(x, y, field);
  const product = base.known
    .map(({ factor, multiplicity }) =>
      factorPower(factor, scaleExponent(exponent, rational(multiplicity)), x.atoms, field),
    )
    .reduce(field.multiply, field.one);
  if (base.unknown.length === 0) return product;
  return field.multiply(product, field.power(wholeRoot(base, x, field), safeNumber(value!.numerator)));
}

const half = rationalExact(rational(1, 2));

/** sqrt(x) >= 0. Throws a RangeError for a negative x. */
export const squareRoot = (x: Exact, field: ExactField): Exact => (field.isZero(x) ? x : power(x, half, field));

/** |x|. */
export function absoluteValue(x: Exact, field: ExactField): Exact {
  const sign = signOfExact(x, field.domain);
  return sign === 1 ? x : sign === -1 ? field.negate(x) : squareRoot(field.multiply(x, x), field);
}

const third = rationalExact(rational(1, 3));

/** The real cube root, odd; an atom where the sign of x is not known. */
export function cubeRoot(x: Exact, field: ExactField): Exact {
  if (field.isZero(x)) return x;
  const sign = signOfExact(x, field.domain);
  if (sign === null) return functionAtom("Cbrt", x);
  return sign === 1 ? power(x, third, field) : field.negate(power(field.negate(x), third, field));
}
