import { gcdPolynomial } from "../algebra/gcd.js";
import {
  addPolynomial,
  coefficientsIn,
  dividePolynomial,
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
import { reduce } from "./reduce.js";
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

/** The element with the root written as a product of the roots of two factors of its radicand. */
function splitRoot(x: Exact, [name, { degree }]: NamedRoot, factors: readonly Polynomial[]): Exact {
  if (!Object.hasOwn(x.atoms, name)) return x;
  const roots = factors.map((radicand): RootAtom => ({ kind: "root", degree, radicand, split: true }));
  const names = roots.map(variableOf);
  const atoms = { ...x.atoms, ...Object.fromEntries(roots.map((root, i) => [names[i]!, root])) };
  const product = names.map(variablePolynomial).reduce(multiplyPolynomial);
  const replace = (p: Polynomial) =>
    coefficientsIn(p, name).reduce(
      (sum, c, k) => addPolynomial(sum, multiplyPolynomial(c, powerPolynomial(product, k))),
      zeroPolynomial,
    );
  return reduce(replace(x.numerator), replace(x.denominator), atoms);
}

/** The two factors of a radicand that a common divisor gives, each >= 0; null when there are none or their signs are unknown. */
function factorsBy(
  divisor: Polynomial,
  radicand: Polynomial,
  atoms: Atoms,
  domain: Domain,
): readonly Polynomial[] | null {
  const cofactor = dividePolynomial(radicand, divisor);
  if (cofactor === null || isConstantPolynomial(divisor) !== isConstantPolynomial(radicand)) return null;
  const factors = [divisor, cofactor].map((p) => nonnegativeOf(p, atoms, domain));
  const proper = factors.filter((p) => p !== null && !(isConstantPolynomial(p) && leadingCoefficient(p) === 1n));
  return factors.includes(null) || proper.length < 2 ? null : (proper as readonly Polynomial[]);
}

/**
 * The two elements with their radicands split against each other, so that no two of them have a common factor: roots of
 * (x^2+1)(x^2+2) and of x^2+1 are dependent without that. Factors of unknown sign are left together.
 */
export function commonRoots(a: Exact, b: Exact, domain: Domain): readonly [Exact, Exact] {
  for (const left of rootsBesides(a, b)) {
    for (const right of rootsBesides(b, a)) {
      if (isIrreducible(left[1].radicand) && isIrreducible(right[1].radicand)) continue;
      const divisor = gcdPolynomial(left[1].radicand, right[1].radicand);
      const ofLeft = factorsBy(divisor, left[1].radicand, a.atoms, domain);
      const ofRight = factorsBy(divisor, right[1].radicand, b.atoms, domain);
      if (ofLeft === null && ofRight === null) continue;
      const split = (x: Exact): Exact => {
        const once = ofLeft === null ? x : splitRoot(x, left, ofLeft);
        return ofRight === null ? once : splitRoot(once, right, ofRight);
      };
      return commonRoots(split(a), split(b), domain);
    }
  }
  return [a, b];
}
