import { gcdPolynomial } from "../algebra/gcd.js";
import { isConstantPolynomial, leadingCoefficient, type Polynomial, totalDegree } from "../algebra/polynomial.js";
import { squarefree } from "../algebra/squarefree.js";
import { rationalOf } from "./constant.js";
import type { Domain } from "./domain.js";
import type { Atom, Atoms, Exact, FunctionAtom, PowerAtom, RootAtom } from "./exact.js";
import { areIndependentGammas } from "./gammaIndependence.js";
import { polynomialKey } from "./key.js";
import { signOfExact } from "./sign.js";
import { symbolsIn } from "./symbols.js";

const isFree = (p: Polynomial) => !p.variables.some((name) => name.startsWith("#"));

const isOne = (p: Polynomial) => isConstantPolynomial(p) && leadingCoefficient(p) === 1n;

const areCoprime = (list: readonly Polynomial[]): boolean =>
  list.every((p, i) => list.slice(0, i).every((q) => isOne(gcdPolynomial(p, q))));

const isSquare = (p: Polynomial) => squarefree(p).factors.every(({ multiplicity }) => multiplicity % 2 === 0);

/** Primes that are known as such, and squarefree polynomials. */
const isSurelyNoPower = (p: Polynomial) => !isConstantPolynomial(p) || leadingCoefficient(p) < 1n << 32n;

/** Roots of coprime radicands that are no powers and hold no roots themselves (Besicovitch). */
function rootsFault(roots: readonly RootAtom[], atoms: Atoms): string | null {
  const isNested = ({ variables }: Polynomial) => variables.some((name) => atoms[name]?.kind === "root");
  if (roots.some(({ radicand }) => isNested(radicand))) return "roots within roots";
  if (roots.some(({ radicand, split }) => !split && isSquare(radicand))) return "an absolute value";
  if (roots.some(({ radicand, degree }) => degree > 2 && !isSurelyNoPower(radicand)))
    return "roots that may be reducible";
  return areCoprime(roots.map(({ radicand }) => radicand)) ? null : "roots with common factors";
}

/** Powers of coprime bases free of atoms, or of e, with one denominator for each base and monomial. */
function powersFault(powers: readonly PowerAtom[]): string | null {
  const bases = new Map(powers.map(({ base }) => [polynomialKey(base), base]));
  if ([...bases.values()].some((base) => !isFree(base) && base.variables.join() !== "#e")) return "powers of atoms";
  const shapes = new Set(powers.map(({ base, exponent }) => `${polynomialKey(base)} ${polynomialKey(exponent)}`));
  if (shapes.size < powers.length) return "powers with different denominators";
  return areCoprime([...bases.values()]) ? null : "powers of bases with common factors";
}

/** True for an arccosine of its own symbol or pole, so that no other can cancel it. */
function isSeparate(x: Exact, others: readonly Exact[]): boolean {
  const foreign = new Set(others.flatMap((other) => [...symbolsIn(other)]));
  if ([...symbolsIn(x)].some((name) => !foreign.has(name))) return true;
  if (![x, ...others].every(({ atoms }) => Object.keys(atoms).length === 0)) return false;
  return squarefree(x.denominator).factors.some(({ factor }) =>
    others.every(({ denominator }) => isOne(gcdPolynomial(factor, denominator)) && totalDegree(factor) > 0),
  );
}

/** Arccosines of algebraic functions that can be told apart one after the other by a symbol or a pole. */
function arccosinesFault(args: readonly Exact[]): string | null {
  if (args.some((x) => symbolsIn(x).size === 0)) return "arccos of a number";
  if (args.some(({ atoms }) => Object.values(atoms).some((atom) => atom.kind !== "root"))) return "arccos of an atom";
  let left = args;
  while (left.length > 1) {
    const next = left.find((x) =>
      isSeparate(
        x,
        left.filter((other) => other !== x),
      ),
    );
    if (next === undefined) return "arccosines that may be related";
    left = left.filter((x) => x !== next);
  }
  return null;
}

const isFunction = (atom: Atom): atom is FunctionAtom => atom.kind === "function";

/** pi and e as numbers: not the base of exp(x). */
function numbersIn({ numerator, denominator, atoms }: Exact): readonly string[] {
  const radicands = Object.values(atoms).flatMap((atom) => (atom.kind === "root" ? atom.radicand.variables : []));
  const names = new Set([...numerator.variables, ...denominator.variables, ...radicands]);
  return [...names].filter((name) => atoms[name]?.kind === "constant");
}

/** Numbers: pi, or e, or pi and one of Gamma(1/3), Gamma(1/4), Gamma(1/6) (Lindemann, Chudnovsky). */
function numbersFault(names: readonly string[], gammas: readonly Exact[]): string | null {
  if (names.length > 1) return "e and pi";
  if (gammas.length === 0) return null;
  const known = [3n, 4n, 6n].includes(rationalOf(gammas[0]!)!.denominator);
  return known && gammas.length === 1 && !names.includes("#e") ? null : "Gamma at rational numbers";
}

function gammasFault(args: readonly Exact[], domain: Domain): string | null {
  const isBounded = (z: Exact) => [...symbolsIn(z)].every((name) => !domain.integers.has(name));
  if (!args.every((z) => isBounded(z) || signOfExact(z, domain) === 1)) {
    return "Gamma functions that may have poles at all whole numbers";
  }
  return areIndependentGammas(args) ? null : "Gamma functions that may be related";
}

/**
 * Null when the atoms of the element are known to be independent over Q in the sense that an element is zero only when
 * its numerator is the zero polynomial; otherwise what may be related. Known: square roots and higher ones of coprime
 * radicands; pi or e (not both), one of Gamma(1/3), Gamma(1/4), Gamma(1/6) beside pi; powers of coprime bases with
 * symbolic exponents; arccosines of non-constant algebraic functions with a symbol or pole each; Gamma functions of
 * linear arguments whose zeros and poles are independent (functions by Ax, Kolchin, Hardouin and Singer, numbers by
 * Lindemann and Chudnovsky); (-1)^k of single symbols. All others (constants such as arccos(1/3) or Gamma(1/5),
 * arccosine kernels of symbolic degree, Gegenbauer and hypergeometric functions, logarithms, ...) are not claimed.
 */
export function dependenceOf(x: Exact, domain: Domain): string | null {
  const { atoms } = x;
  if (!domain.isOpen) return "assumptions that may hold on a thin set only";
  const list = Object.values(atoms);
  const functions = list.filter(isFunction);
  const other = functions.find(({ head }) => head !== "Acos" && head !== "Gamma");
  if (other !== undefined) return `${other.head} has no known independence`;
  if (list.some((atom) => atom.kind === "sign" && totalDegree(atom.exponent) > 1))
    return "products of symbols as signs";
  const argumentsOf = (head: string) => functions.filter((atom) => atom.head === head).map(({ args }) => args[0]!);
  const gammas = argumentsOf("Gamma");
  return (
    numbersFault(
      numbersIn(x),
      gammas.filter((z) => rationalOf(z) !== null),
    ) ??
    gammasFault(
      gammas.filter((z) => rationalOf(z) === null),
      domain,
    ) ??
    rootsFault(
      list.filter((atom) => atom.kind === "root"),
      atoms,
    ) ??
    powersFault(list.filter((atom) => atom.kind === "power")) ??
    arccosinesFault(argumentsOf("Acos"))
  );
}
