import {
  constantPolynomial,
  isConstantPolynomial,
  leadingCoefficient,
  negatePolynomial,
  type Polynomial,
} from "../algebra/polynomial.js";
import type { Domain } from "./domain.js";
import type { Exact } from "./exact.js";
import { factorise } from "./factorise.js";
import { nonnegativeOf } from "./sign.js";

/** factor^multiplicity; whole numbers are constant polynomials. */
export interface BaseFactor {
  readonly factor: Polynomial;
  readonly multiplicity: number;
}

/** sign * (factors >= 0) * (factors of unknown sign). */
export interface Base {
  readonly sign: 1 | -1;
  readonly known: readonly BaseFactor[];
  readonly unknown: readonly BaseFactor[];
}

const isOdd = ({ multiplicity }: BaseFactor) => multiplicity % 2 !== 0;

function factorsOf(p: Polynomial, power: 1 | -1): { readonly sign: 1 | -1; readonly factors: readonly BaseFactor[] } {
  const { sign, integers, polynomials } = factorise(p);
  const factors = [
    ...integers.map(({ prime, multiplicity }) => ({ factor: constantPolynomial(prime), multiplicity })),
    ...polynomials,
  ];
  return { sign, factors: factors.map(({ factor, multiplicity }) => ({ factor, multiplicity: power * multiplicity })) };
}

/** The factors of an element that is not zero, by their signs on the domain. */
export function baseOf({ numerator, denominator, atoms }: Exact, domain: Domain): Base {
  const [top, bottom] = [factorsOf(numerator, 1), factorsOf(denominator, -1)];
  let sign = (top.sign * bottom.sign) as 1 | -1;
  const known: BaseFactor[] = [];
  const unknown: BaseFactor[] = [];
  for (const { factor, multiplicity } of [...top.factors, ...bottom.factors]) {
    const positive = isConstantPolynomial(factor) ? factor : nonnegativeOf(factor, atoms, domain);
    if (positive === null) unknown.push({ factor, multiplicity });
    else known.push({ factor: positive, multiplicity });
    if (positive !== null && multiplicity % 2 !== 0 && leads(positive) !== leads(factor)) sign = -sign as 1 | -1;
  }
  return { sign, known, unknown };
}

const leads = (p: Polynomial) => leadingCoefficient(p) > 0n;

/**
 * The same of a quantity that must be >= 0, since a root of it is taken: when one factor of unknown sign has an odd
 * multiplicity, its sign follows. Throws a RangeError for a quantity that is negative on the whole domain.
 */
export function nonnegativeBase(base: Base): Base {
  const odd = base.unknown.filter(isOdd);
  if (odd.length === 0 && base.sign === -1) throw new RangeError("a root or power of a negative quantity");
  if (odd.length !== 1) return base;
  const { factor, multiplicity } = odd[0]!;
  return {
    sign: 1,
    known: [...base.known, { factor: base.sign === 1 ? factor : negatePolynomial(factor), multiplicity }],
    unknown: base.unknown.filter((other) => !isOdd(other)),
  };
}
