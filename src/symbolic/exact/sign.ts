import {
  addPolynomial,
  coefficientsIn,
  constantPolynomial,
  degreeIn,
  equalPolynomial,
  fromCoefficients,
  multiplyPolynomial,
  negatePolynomial,
  type Polynomial,
  primitivePart,
  scalePolynomial,
  variablePolynomial,
  zeroPolynomial,
} from "../algebra/polynomial.js";
import { rational } from "../rational.js";
import type { Bounds, Domain } from "./domain.js";
import type { Atom, Atoms, Exact } from "./exact.js";

/** 1: >= 0 on the whole domain; -1: <= 0; null: not known. */
export type Sign = 1 | -1 | null;

const largestDegree = 40;
const mostTerms = 500;
const nonnegative: Bounds = { lower: rational(0), upper: null };
const unit: Bounds = { lower: rational(0), upper: rational(1) };

/** Bounds of an atom: 1.7724 < sqrt(pi) < 1.7725, 2.718 < e < 2.719, J_alpha between 0 and 1. */
function atomBounds(atom: Atom, domain: Domain): Bounds | null {
  switch (atom.kind) {
    case "constant":
      return atom.name === "e"
        ? { lower: rational(2718, 1000), upper: rational(2719, 1000) }
        : { lower: rational(17724, 10000), upper: rational(17725, 10000) };
    case "root":
    case "power":
      return nonnegative;
    case "sign":
      return { lower: rational(-1), upper: rational(1) };
    case "function":
      if (atom.head === "ArccosineKernel") return unit;
      if (atom.head === "Gamma") return signOfExact(atom.args[0]!, domain) === 1 ? nonnegative : null;
      return ["Acos", "Exp", "EllipticK", "EllipticE"].includes(atom.head) ? nonnegative : null;
  }
}

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

/** A positive multiple of p, written in t >= 0 where the variable's range is t -> l + t, u - t or (l + u t)/(1 + t). */
function onHalfLine(p: Polynomial, name: string, { lower, upper }: Bounds): Polynomial | null {
  const coefficients = coefficientsIn(p, name);
  const t = variablePolynomial(name);
  const linear = (a: bigint, b: bigint) => addPolynomial(constantPolynomial(a), scalePolynomial(t, b));
  if (lower !== null && upper !== null) {
    const [l, u] = [lower, upper];
    const top = linear(l.numerator * u.denominator, u.numerator * l.denominator);
    const scale = l.denominator * u.denominator;
    return compose(coefficients, top, linear(scale, scale));
  }
  if (lower !== null)
    return compose(coefficients, linear(lower.numerator, lower.denominator), constantPolynomial(lower.denominator));
  if (upper !== null)
    return compose(coefficients, linear(upper.numerator, -upper.denominator), constantPolynomial(upper.denominator));
  // Anywhere on the line: even powers only, t = x^2.
  if (coefficients.some((c, k) => k % 2 === 1 && c.terms.length > 0)) return null;
  return fromCoefficients(
    coefficients.filter((_, k) => k % 2 === 0),
    name,
  );
}

function signOfCoefficients({ terms }: Polynomial): Sign {
  if (terms.every(({ coefficient }) => coefficient > 0n)) return 1;
  return terms.every(({ coefficient }) => coefficient < 0n) ? -1 : null;
}

const anywhere: Bounds = { lower: null, upper: null };

/** The sign of a polynomial where the assumptions hold, by the signs of its coefficients after moving the domain to t >= 0. */
export function signOf(p: Polynomial, atoms: Atoms, domain: Domain): Sign {
  const primitive = primitivePart(p);
  for (const fact of domain.facts) {
    if (!equalPolynomial(primitivePart(fact), primitive)) continue;
    return equalPolynomial(fact, p) || leads(fact) === leads(p) ? 1 : -1;
  }
  let moved: Polynomial = p;
  for (const name of p.variables) {
    if (degreeIn(moved, name) > largestDegree || moved.terms.length > mostTerms) return null;
    const atom = atoms[name];
    const bounds = atom === undefined ? domain.bounds.get(name) : atomBounds(atom, domain);
    const next = onHalfLine(moved, name, bounds ?? anywhere);
    if (next === null) return null;
    moved = next;
  }
  return signOfCoefficients(moved);
}

const leads = (p: Polynomial) => (p.terms[0]?.coefficient ?? 0n) > 0n;

/** The sign of an element where it is defined. */
export function signOfExact({ numerator, denominator, atoms }: Exact, domain: Domain): Sign {
  const [top, bottom] = [signOf(numerator, atoms, domain), signOf(denominator, atoms, domain)];
  return top === null || bottom === null ? null : top === bottom ? 1 : -1;
}

/** The polynomial or its negative, whichever is >= 0 on the domain; null when neither is known to be. */
export function nonnegativeOf(p: Polynomial, atoms: Atoms, domain: Domain): Polynomial | null {
  const sign = signOf(p, atoms, domain);
  return sign === null ? null : sign === 1 ? p : negatePolynomial(p);
}
