import {
  constantPolynomial,
  dividePolynomial,
  equalPolynomial,
  multiplyPolynomial,
  type Polynomial,
  powerPolynomial,
  variablePolynomial,
} from "../algebra/polynomial.js";
import { type RationalFunction, rationalFunction } from "../algebra/rationalFunction.js";
import { rational } from "../rational.js";
import { floorOf, rationalOf } from "./constant.js";
import { integerExact, polynomialExact, rationalExact } from "./create.js";
import type { Atoms, Exact, RootAtom } from "./exact.js";
import { exactField } from "./field.js";
import { type AtomPower, joinGammas } from "./joinGammas.js";
import { polynomialKey } from "./key.js";

/** base^exponent, the exponent free of atoms. */
export interface SymbolicPower {
  readonly base: Polynomial;
  readonly exponent: Exact;
}

export type RootPower = readonly [root: RootAtom, exponent: number];

/** A product in the form in which it is written. */
export interface Product {
  /** In symbols only. */
  readonly coefficient: RationalFunction;
  /** The power of sqrt(pi). */
  readonly sqrtPi: number;
  readonly roots: readonly RootPower[];
  readonly powers: readonly SymbolicPower[];
  readonly others: readonly AtomPower[];
}

/** Whole powers of atoms by the variables that stand for them; "#pi" is the square of "#sqrtPi". */
export type Monomial = readonly (readonly [variable: string, exponent: number])[];

type Powers = Map<string, SymbolicPower>;

const zero = integerExact(0);

function raise(powers: Powers, base: Polynomial, exponent: Exact): void {
  const key = polynomialKey(base);
  powers.set(key, { base, exponent: exactField.add(powers.get(key)?.exponent ?? zero, exponent) });
}

/** How often q divides p, and the rest. */
function multiplicity(p: Polynomial, q: Polynomial): readonly [number, Polynomial] {
  for (let [rest, count] = [p, 0]; ; count++) {
    const next = dividePolynomial(rest, q);
    if (next === null) return [count, rest];
    rest = next;
  }
}

/** Gives the symbolic powers the factors of the coefficient that are whole powers of their bases. */
function absorb({ numerator, denominator }: RationalFunction, powers: Powers): RationalFunction {
  let [top, bottom] = [numerator, denominator];
  for (const { base, exponent } of [...powers.values()]) {
    if (rationalOf(exponent) !== null) continue;
    const [above, topRest] = multiplicity(top, base);
    const [below, bottomRest] = multiplicity(bottom, base);
    raise(powers, base, integerExact(above - below));
    [top, bottom] = [topRest, bottomRest];
  }
  return { numerator: top, denominator: bottom };
}

/** The powers with rational exponents, but those of e, as a coefficient and roots. */
function settlePowers(
  powers: Powers,
  coefficient: RationalFunction,
): Pick<Product, "coefficient" | "roots" | "powers"> {
  let { numerator, denominator } = coefficient;
  const roots: RootPower[] = [];
  const symbolic: SymbolicPower[] = [];
  for (const { base, exponent } of powers.values()) {
    const value = rationalOf(exponent);
    if (value === null || (equalPolynomial(base, e) && value.numerator !== 0n)) {
      symbolic.push({ base, exponent });
      continue;
    }
    const floor = floorOf(value);
    const whole = powerPolynomial(base, Math.abs(Number(floor)));
    if (floor >= 0n) numerator = multiplyPolynomial(numerator, whole);
    else denominator = multiplyPolynomial(denominator, whole);
    const rest = Number(value.numerator - floor * value.denominator);
    if (rest > 0) roots.push([{ kind: "root", degree: Number(value.denominator), radicand: base, split: true }, rest]);
  }
  return { coefficient: rationalFunction(numerator, denominator), roots, powers: symbolic };
}

const two = constantPolynomial(2n);
const e = variablePolynomial("#e");

/**
 * coefficient * monomial with powers of one base collected, factors of the coefficient among them, and Gammas joined.
 */
export function productOf(coefficient: RationalFunction, monomial: Monomial, atoms: Atoms): Product {
  const powers: Powers = new Map();
  const roots: RootPower[] = [];
  const others: AtomPower[] = [];
  let sqrtPi = 0;
  for (const [variable, n] of monomial) {
    if (variable === "#pi") {
      sqrtPi += 2 * n;
      continue;
    }
    const atom = atoms[variable]!;
    if (atom.kind === "constant") {
      if (atom.name === "sqrtPi") sqrtPi += n;
      else raise(powers, e, integerExact(n));
    }
    if (atom.kind === "root") roots.push([atom, n]);
    else if (atom.kind === "power") {
      const exponent = polynomialExact(atom.exponent, {});
      raise(powers, atom.base, exactField.multiply(rationalExact(rational(n, atom.divisor)), exponent));
    }
    if (atom.kind === "function" || atom.kind === "sign") others.push([atom, n]);
  }
  const joined = joinGammas(others, powers.get(polynomialKey(two))?.exponent ?? zero);
  powers.set(polynomialKey(two), { base: two, exponent: joined.exponentOfTwo });
  const outer = roots.filter(([{ radicand, degree, split }, n]) => {
    if (!split || !(powers.has(polynomialKey(radicand)) || equalPolynomial(radicand, e))) return true;
    raise(powers, radicand, rationalExact(rational(n, degree)));
    return false;
  });
  const settled = settlePowers(powers, absorb(coefficient, powers));
  return {
    coefficient: settled.coefficient,
    sqrtPi: sqrtPi + joined.sqrtPi,
    roots: [...outer, ...settled.roots],
    powers: settled.powers,
    others: joined.functions,
  };
}
