import { gcdPolynomial } from "../algebra/gcd.js";
import {
  addPolynomial,
  coefficientsIn,
  dividePolynomial,
  equalPolynomial,
  isConstantPolynomial,
  leadingCoefficient,
  multiplyPolynomial,
  type Polynomial,
  powerPolynomial,
  totalDegree,
  variablePolynomial,
  zeroPolynomial,
} from "../algebra/polynomial.js";
import type { Domain } from "./domain.js";
import type { Atoms, Exact, RootAtom } from "./exact.js";
import { variableOf } from "./key.js";
import { gcd, reduce } from "./reduce.js";
import { nonnegativeOf } from "./sign.js";

type NamedRoot = readonly [name: string, atom: RootAtom];

/** Primes below this are known to be primes. */
const certainlyPrime = 1n << 32n;

/** Linear polynomials and primes have no common factor unless they are equal. */
const isIrreducible = (p: Polynomial) =>
  isConstantPolynomial(p) ? leadingCoefficient(p) < certainlyPrime : totalDegree(p) === 1;

/** The roots of one factor that are variables of a, and nowhere in b. */
const rootsBesides = (a: Exact, b: Exact): readonly NamedRoot[] =>
  [...new Set([...a.numerator.variables, ...a.denominator.variables])].flatMap((name) => {
    const atom = a.atoms[name];
    return atom?.kind === "root" && atom.split && !Object.hasOwn(b.atoms, name) ? [[name, atom] as const] : [];
  });

interface RootPower {
  readonly root: RootAtom;
  readonly exponent: number;
}

/** The element with a root written as a product of powers of others, not lowered again. */
function replaceRoot(x: Exact, name: string, powers: readonly RootPower[]): Exact {
  if (!Object.hasOwn(x.atoms, name)) return x;
  const atoms = { ...x.atoms, ...Object.fromEntries(powers.map(({ root }) => [variableOf(root), root])) };
  const product = powers
    .map(({ root, exponent }) => powerPolynomial(variablePolynomial(variableOf(root)), exponent))
    .reduce(multiplyPolynomial);
  const replace = (p: Polynomial) =>
    coefficientsIn(p, name).reduce(
      (sum, c, k) => addPolynomial(sum, multiplyPolynomial(c, powerPolynomial(product, k))),
      zeroPolynomial,
    );
  return reduce(replace(x.numerator), replace(x.denominator), atoms, "keep");
}

/**
 * The two factors of a radicand that a common divisor gives, each >= 0; null when there are none or their signs are
 * unknown.
 */
function factorsBy(
  divisor: Polynomial,
  { radicand, degree }: RootAtom,
  atoms: Atoms,
  domain: Domain,
): readonly RootPower[] | null {
  const cofactor = dividePolynomial(radicand, divisor);
  if (cofactor === null || isConstantPolynomial(divisor) !== isConstantPolynomial(radicand)) return null;
  const factors = [divisor, cofactor].map((p) => nonnegativeOf(p, atoms, domain));
  const proper = factors.filter((p) => p !== null && !(isConstantPolynomial(p) && leadingCoefficient(p) === 1n));
  if (factors.includes(null) || proper.length < 2) return null;
  return proper.map((p) => ({ root: { kind: "root", degree, radicand: p!, split: true }, exponent: 1 }));
}

interface Change {
  readonly left: readonly RootPower[] | null;
  readonly right: readonly RootPower[] | null;
}

/** How two roots must be rewritten to have one degree or coprime radicands; null when they need not. */
function changeFor([, left]: NamedRoot, [, right]: NamedRoot, atoms: Atoms, domain: Domain): Change | null {
  if (equalPolynomial(left.radicand, right.radicand)) {
    const degree = (left.degree / gcd(left.degree, right.degree)) * right.degree;
    const raised = (root: RootAtom) => [{ root: { ...root, degree }, exponent: degree / root.degree }];
    return {
      left: degree === left.degree ? null : raised(left),
      right: degree === right.degree ? null : raised(right),
    };
  }
  if (isIrreducible(left.radicand) && isIrreducible(right.radicand)) return null;
  const divisor = gcdPolynomial(left.radicand, right.radicand);
  const change = {
    left: factorsBy(divisor, left, atoms, domain),
    right: factorsBy(divisor, right, atoms, domain),
  };
  return change.left === null && change.right === null ? null : change;
}

/**
 * The two elements with their roots made comparable: radicands split against each other, since the roots of
 * (x^2+1)(x^2+2) and of x^2+1 are dependent without that, and roots of one radicand in one degree, the square root of x
 * as the square of its fourth root. Factors of unknown sign are left together.
 */
export function commonRoots(a: Exact, b: Exact, domain: Domain): readonly [Exact, Exact] {
  for (const left of rootsBesides(a, b)) {
    for (const right of rootsBesides(b, a)) {
      const change = changeFor(left, right, { ...a.atoms, ...b.atoms }, domain);
      if (change === null) continue;
      const apply = (x: Exact): Exact => {
        const once = change.left === null ? x : replaceRoot(x, left[0], change.left);
        return change.right === null ? once : replaceRoot(once, right[0], change.right);
      };
      return commonRoots(apply(a), apply(b), domain);
    }
  }
  return [a, b];
}
