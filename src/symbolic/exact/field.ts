import type { Field } from "../algebra/field.js";
import { isConstantPolynomial } from "../algebra/polynomial.js";
import { powerFunction, type RationalFunction, rationalFunctions } from "../algebra/rationalFunction.js";
import { integerExact, rationalExact } from "./create.js";
import { type Domain, domainOf } from "./domain.js";
import type { Atoms, Exact } from "./exact.js";
import { isReducible, negateExact, reduce, settle } from "./reduce.js";
import { commonRoots } from "./refine.js";

/** The arithmetic of exact elements under some assumptions. */
export interface ExactField extends Field<Exact> {
  readonly domain: Domain;
  /** x^n for any whole n. Throws a RangeError for 0^n with n < 0. */
  power(x: Exact, n: number): Exact;
}

const join = (a: Atoms, b: Atoms): Atoms => (a === b ? a : { ...a, ...b });

const hasAtoms = ({ atoms }: Exact) => Object.keys(atoms).length > 0;

const isZero = ({ numerator }: Exact) => numerator.terms.length === 0;

function reciprocal(x: Exact): Exact {
  if (isZero(x)) throw new RangeError("division by zero");
  return reduce(x.denominator, x.numerator, x.atoms);
}

function divide(a: Exact, b: Exact, multiply: ExactField["multiply"]): Exact {
  if (isZero(b)) throw new RangeError("division by zero");
  const isNumber = isConstantPolynomial(b.numerator) && isConstantPolynomial(b.denominator);
  return isNumber ? settle(rationalFunctions.divide(a, b), a.atoms) : multiply(a, reciprocal(b));
}

function raise(x: Exact, n: number, multiply: ExactField["multiply"]): Exact {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole power`);
  if (n < 0) return raise(reciprocal(x), -n, multiply);
  if (!hasAtoms(x)) return settle(powerFunction(x, n), x.atoms);
  if (n <= 1) return n === 0 ? integerExact(1) : x;
  const half = raise(x, Math.floor(n / 2), multiply);
  const square = multiply(half, half);
  return n % 2 === 0 ? square : multiply(square, x);
}

/** The field over the assumptions of a domain, which only decide how radicands with common factors are split. */
export function exactFieldOver(domain: Domain): ExactField {
  // higher roots may stand in denominators: then sums raise their powers too
  const lowered = ({ numerator, denominator }: RationalFunction, atoms: Atoms): Exact =>
    isReducible(numerator, atoms) || isReducible(denominator, atoms)
      ? reduce(numerator, denominator, atoms)
      : settle({ numerator, denominator }, atoms);
  const add = (x: Exact, y: Exact): Exact => {
    const [a, b] = commonRoots(x, y, domain);
    return lowered(rationalFunctions.add(a, b), join(a.atoms, b.atoms));
  };
  const multiply = (x: Exact, y: Exact): Exact => {
    const [a, b] = commonRoots(x, y, domain);
    return lowered(rationalFunctions.multiply(a, b), join(a.atoms, b.atoms));
  };
  return Object.freeze({
    domain,
    zero: integerExact(0),
    one: integerExact(1),
    fromRational: rationalExact,
    add,
    subtract: (a: Exact, b: Exact) => add(a, negateExact(b)),
    negate: negateExact,
    multiply,
    divide: (a: Exact, b: Exact) => divide(a, b, multiply),
    isZero,
    power: (x: Exact, n: number) => raise(x, n, multiply),
  });
}

/** The field over the default assumptions. */
export const exactField: ExactField = exactFieldOver(domainOf());
