import {
  addPolynomial,
  coefficientsIn,
  constantPolynomial,
  degreeIn,
  fromCoefficients,
  isZeroPolynomial,
  multiplyPolynomial,
  negatePolynomial,
  type Polynomial,
  powerPolynomial,
  subtractPolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "../algebra/polynomial.js";
import { type RationalFunction, rationalFunction } from "../algebra/rationalFunction.js";
import type { Atom, Atoms, Exact, RootAtom } from "./exact.js";
import { variableOf } from "./key.js";

/** v^degree = radicand. */
interface Relation {
  readonly degree: number;
  readonly radicand: Polynomial;
}

function relationOf(atom: Atom | undefined): Relation | null {
  if (atom?.kind === "root") return atom;
  return atom?.kind === "sign" ? { degree: 2, radicand: constantPolynomial(1n) } : null;
}

/** The variables of a polynomial that are roots, with their relations. */
function rootsOf(p: Polynomial, atoms: Atoms): readonly (readonly [string, Relation])[] {
  return p.variables.flatMap((name) => {
    const relation = relationOf(atoms[name]);
    return relation === null ? [] : [[name, relation] as const];
  });
}

/** p with every root raised to less than its degree. */
function lowerPowers(p: Polynomial, atoms: Atoms): Polynomial {
  const high = rootsOf(p, atoms).find(([name, { degree }]) => degreeIn(p, name) >= degree);
  if (high === undefined) return p;
  const [name, { degree, radicand }] = high;
  const lowered: Polynomial[] = Array.from({ length: degree }, () => zeroPolynomial);
  coefficientsIn(p, name).forEach((coefficient, k) => {
    const whole = powerPolynomial(radicand, Math.floor(k / degree));
    lowered[k % degree] = addPolynomial(lowered[k % degree]!, multiplyPolynomial(coefficient, whole));
  });
  return lowerPowers(fromCoefficients(lowered, name), atoms);
}

/** The lowest power of the variable in p. */
const valuation = (p: Polynomial, name: string) => coefficientsIn(p, name).findIndex((c) => !isZeroPolynomial(c));

/** What to multiply by to free `p` of a root: a power of the root when that is a factor, else the conjugate a - b v. */
function conjugate(p: Polynomial, name: string, degree: number): Polynomial | null {
  const least = valuation(p, name);
  if (least > 0) return powerPolynomial(variablePolynomial(name), degree - least);
  if (degree !== 2) return null;
  const [a, b] = coefficientsIn(p, name);
  return subtractPolynomial(a!, multiplyPolynomial(b!, variablePolynomial(name)));
}

/** The fraction without square roots in its denominator. Throws a RangeError when the denominator has no inverse. */
function rationalise({ numerator, denominator }: RationalFunction, atoms: Atoms): RationalFunction {
  // A root within a radicand comes after the root around it, whose square brings it in.
  const roots = rootsOf(denominator, atoms);
  const inside = (name: string) => roots.some(([, { radicand }]) => radicand.variables.includes(name));
  for (const [name, { degree }] of roots) {
    if (inside(name)) continue;
    const factor = conjugate(denominator, name, degree);
    if (factor === null) continue;
    const norm = lowerPowers(multiplyPolynomial(denominator, factor), atoms);
    if (isZeroPolynomial(norm))
      throw new RangeError("division by a quantity that may be zero: its roots are not independent");
    const top = lowerPowers(multiplyPolynomial(numerator, factor), atoms);
    return rationalise(rationalFunction(top, norm), atoms);
  }
  return { numerator, denominator };
}

/** The atoms that the variables need, those inside radicands, bases and exponents included. */
function reached(variables: readonly string[], atoms: Atoms): Atoms {
  const found: Record<string, Atom> = {};
  const visit = (name: string): void => {
    const atom = atoms[name];
    if (atom === undefined || Object.hasOwn(found, name)) return;
    found[name] = atom;
    if (atom.kind === "root") atom.radicand.variables.forEach(visit);
    if (atom.kind === "power") atom.base.variables.forEach(visit);
  };
  variables.forEach(visit);
  return Object.freeze(found);
}

/** The greatest common divisor of small whole numbers. */
export const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** The common divisor of a root's degree and of all powers of it. */
function commonPower({ numerator, denominator }: RationalFunction, name: string, degree: number): number {
  return [numerator, denominator].reduce((divisor, p) => {
    const place = p.variables.indexOf(name);
    return place < 0 ? divisor : p.terms.reduce((d, { exponents }) => gcd(d, exponents[place]!), divisor);
  }, degree);
}

const mapPowers = (p: Polynomial, from: string, to: string, by: number): Polynomial => {
  const coefficients = coefficientsIn(p, from);
  return coefficients.length === 1
    ? p
    : fromCoefficients(
        coefficients.filter((_, k) => k % by === 0),
        to,
      );
};

/** The fraction with the square of a fourth root as a square root, and so on. */
function lowerDegrees(x: RationalFunction, atoms: Atoms): { readonly x: RationalFunction; readonly atoms: Atoms } {
  for (const name of new Set([...x.numerator.variables, ...x.denominator.variables])) {
    const atom = atoms[name];
    if (atom?.kind !== "root" || atom.degree === 2) continue;
    const divisor = commonPower(x, name, atom.degree);
    if (divisor === 1) continue;
    const lower: RootAtom = { ...atom, degree: atom.degree / divisor };
    const own = variableOf(lower);
    const fraction = {
      numerator: mapPowers(x.numerator, name, own, divisor),
      denominator: mapPowers(x.denominator, name, own, divisor),
    };
    return lowerDegrees(fraction, { ...atoms, [own]: lower });
  }
  return { x, atoms };
}

/**
 * The element numerator/denominator. With "keep", roots keep their degrees. Throws a RangeError for a zero denominator,
 * and for one whose roots are dependent so that it may be zero.
 */
export function reduce(
  numerator: Polynomial,
  denominator: Polynomial,
  atoms: Atoms,
  degrees: "lower" | "keep" = "lower",
): Exact {
  const [top, bottom] = [lowerPowers(numerator, atoms), lowerPowers(denominator, atoms)];
  if (isZeroPolynomial(bottom)) throw new RangeError("division by zero");
  const fraction = rationalise(rationalFunction(top, bottom), atoms);
  return degrees === "keep" ? frozen(fraction, atoms) : settle(fraction, atoms);
}

/** The element of a coprime fraction whose roots have powers below their degrees. */
export function settle(fraction: RationalFunction, atoms: Atoms): Exact {
  const { x, atoms: all } = lowerDegrees(fraction, atoms);
  return frozen(x, all);
}

function frozen({ numerator, denominator }: RationalFunction, atoms: Atoms): Exact {
  const variables = [...numerator.variables, ...denominator.variables];
  return Object.freeze({ numerator, denominator, atoms: reached(variables, atoms) });
}

export const negateExact = ({ numerator, denominator, atoms }: Exact): Exact =>
  Object.freeze({ numerator: negatePolynomial(numerator), denominator, atoms });

/** True when a power of a root in p can be lowered. */
export const isReducible = (p: Polynomial, atoms: Atoms): boolean =>
  rootsOf(p, atoms).some(([name, { degree }]) => degreeIn(p, name) >= degree);
