import { degreeIn, equalPolynomial, negatePolynomial, type Polynomial, primitivePart } from "../algebra/polynomial.js";
import { rational } from "../rational.js";
import { anywhere, atLeast, type Bounds, strictlyBetween } from "./bounds.js";
import type { Domain } from "./domain.js";
import type { Atom, Atoms, Exact } from "./exact.js";
import { onHalfLine } from "./halfLine.js";

export type Sign = 1 | -1 | null;

const largestDegree = 40;
const mostTerms = 500;
const mostCorners = 256;

/** Bounds of an atom: 1.7724 < sqrt(pi) < 1.7725, 2.718 < e < 2.719, J_alpha between 0 and 1. */
function atomBounds(atom: Atom, atoms: Atoms, domain: Domain): Bounds {
  const zero = rational(0);
  switch (atom.kind) {
    case "constant":
      return atom.name === "e"
        ? strictlyBetween(rational(2718, 1000), rational(2719, 1000))
        : strictlyBetween(rational(17724, 10000), rational(17725, 10000));
    case "root":
      return atLeast(zero, strictSignOf(atom.radicand, atoms, domain) === 1);
    case "power":
      return atom.divisor > 1 ? atLeast(zero, strictSignOf(atom.base, atoms, domain) === 1) : anywhere;
    case "sign":
      return { ...anywhere, lower: rational(-1), upper: rational(1) };
    case "function":
      if (atom.head === "ArccosineKernel") return { ...anywhere, lower: zero, upper: rational(1) };
      if (atom.head === "Gamma" && signOfExact(atom.args[0]!, domain) === 1) return atLeast(zero, true);
      if (atom.head === "Exp") return atLeast(zero, true);
      return ["Acos", "EllipticK", "EllipticE"].includes(atom.head) ? atLeast(zero) : anywhere;
  }
}

const leads = (p: Polynomial) => (p.terms[0]?.coefficient ?? 0n) > 0n;

/** What the facts say of a polynomial that is a multiple of one of them. */
function signByFacts(p: Polynomial, { facts }: Domain, strict: boolean): Sign {
  const primitive = primitivePart(p);
  const fact = facts.find(
    (own) => (own.strict || !strict) && equalPolynomial(primitivePart(own.polynomial), primitive),
  );
  return fact === undefined ? null : leads(fact.polynomial) === leads(p) ? 1 : -1;
}

interface MovedAll {
  readonly polynomial: Polynomial;
  readonly ends: ReadonlyMap<string, readonly number[]>;
}

/** A positive multiple of p in variables that are >= 0 where the assumptions hold; null where it would be too long. */
function moveToHalfLines(p: Polynomial, atoms: Atoms, domain: Domain): MovedAll | null {
  let polynomial = p;
  const ends = new Map<string, readonly number[]>();
  for (const name of p.variables) {
    if (degreeIn(polynomial, name) > largestDegree || polynomial.terms.length > mostTerms) return null;
    const atom = atoms[name];
    const bounds = atom === undefined ? (domain.bounds.get(name) ?? anywhere) : atomBounds(atom, atoms, domain);
    const moved = onHalfLine(polynomial, name, bounds);
    if (moved === null) return null;
    polynomial = moved.polynomial;
    ends.set(name, moved.ends);
  }
  return { polynomial, ends };
}

function signOfCoefficients({ terms }: Polynomial): Sign {
  if (terms.every(({ coefficient }) => coefficient > 0n)) return 1;
  return terms.every(({ coefficient }) => coefficient < 0n) ? -1 : null;
}

/**
 * True when at every corner that the domain includes some term does not vanish. A variable that dropped out of the polynomial has
 * its corners all the same, with exponent 0 in every term.
 */
function staysAtCorners({ polynomial, ends }: MovedAll): boolean {
  const { variables, terms } = polynomial;
  const names = [...ends.keys()];
  const places = names.map((name) => variables.indexOf(name));
  let corners: readonly (readonly (number | null)[])[] = [[]];
  for (const name of names) {
    const own: readonly (number | null)[] = ends.get(name)!.length === 0 ? [null] : ends.get(name)!;
    corners = corners.flatMap((corner) => own.map((end) => [...corner, end]));
    if (corners.length > mostCorners) return false;
  }
  const power = (exponents: readonly number[], i: number) => (places[i]! < 0 ? 0 : exponents[places[i]!]!);
  return corners.every((corner) =>
    terms.some(({ exponents }) => corner.every((end, i) => end === null || power(exponents, i) === end)),
  );
}

/**
 * 1: >= 0 where the assumptions hold; -1: <= 0; null: not known. By the coefficients after moving the domain to t >= 0.
 */
export function signOf(p: Polynomial, atoms: Atoms, domain: Domain): Sign {
  const known = signByFacts(p, domain, false);
  if (known !== null) return known;
  const moved = moveToHalfLines(p, atoms, domain);
  return moved === null ? null : signOfCoefficients(moved.polynomial);
}

/** 1: > 0 where the assumptions hold; -1: < 0; null: not known. */
export function strictSignOf(p: Polynomial, atoms: Atoms, domain: Domain): Sign {
  const known = signByFacts(p, domain, true);
  if (known !== null) return known;
  const moved = moveToHalfLines(p, atoms, domain);
  if (moved === null || moved.polynomial.terms.length === 0 || !staysAtCorners(moved)) return null;
  return signOfCoefficients(moved.polynomial);
}

const quotient = (top: Sign, bottom: Sign): Sign => (top === null || bottom === null ? null : top === bottom ? 1 : -1);

/** The weak sign of an element where it is defined: 1 for >= 0. */
export const signOfExact = ({ numerator, denominator, atoms }: Exact, domain: Domain): Sign =>
  quotient(signOf(numerator, atoms, domain), signOf(denominator, atoms, domain));

/** The strict sign of an element where it is defined, so that its denominator is not zero: 1 for > 0. */
export const strictSignOfExact = ({ numerator, denominator, atoms }: Exact, domain: Domain): Sign =>
  quotient(strictSignOf(numerator, atoms, domain), signOf(denominator, atoms, domain));

/** The polynomial or its negative, whichever is >= 0 on the domain; null when neither is known to be. */
export function nonnegativeOf(p: Polynomial, atoms: Atoms, domain: Domain): Polynomial | null {
  const sign = signOf(p, atoms, domain);
  return sign === null ? null : sign === 1 ? p : negatePolynomial(p);
}
