import { rationalFunctionOf } from "../algebra/fromExpression.js";
import { coefficientsIn, negatePolynomial, type Polynomial, totalDegree } from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { type Comparison, compare, type Proposition } from "../proposition.js";
import { compareRational, type Rational, rational } from "../rational.js";

/** lower <= symbol <= upper; null is no bound. */
export interface Bounds {
  readonly lower: Rational | null;
  readonly upper: Rational | null;
}

/** What is known of the symbols. */
export interface Domain {
  readonly bounds: ReadonlyMap<string, Bounds>;
  readonly integers: ReadonlySet<string>;
  /** Polynomials that are >= 0. */
  readonly facts: readonly Polynomial[];
  /**
   * True when an analytic function that vanishes on the domain must vanish identically: no equations, no empty or one-point bounds, no
   * whole symbol between two bounds, and no weak inequality except bounds of a symbol.
   */
  readonly isOpen: boolean;
}

const half = call("Divide", integer(1), integer(2));

/** Batch size B >= 4, correlation -1 < c < 1, degree of homogeneity alpha > 1/2. */
export const defaultAssumptions: readonly Proposition[] = Object.freeze([
  compare("GreaterEqual", symbol("B"), integer(4)),
  compare("Greater", symbol("c"), integer(-1)),
  compare("Less", symbol("c"), integer(1)),
  compare("Greater", symbol("alpha"), half),
]);

/** The polynomials that a comparison makes >= 0; none where it is not between rational functions with a constant denominator. */
function factsOf({ relation, left, right }: Comparison): readonly Polynomial[] {
  const difference = rationalOrNull(subtract(left, right));
  if (difference === null || difference.denominator.variables.length > 0) return [];
  const p = difference.numerator;
  switch (relation) {
    case "Greater":
    case "GreaterEqual":
      return [p];
    case "Less":
    case "LessEqual":
      return [negatePolynomial(p)];
    case "Equal":
      return [p, negatePolynomial(p)];
    case "NotEqual":
      return [];
  }
}

/** Null too for divisions by zero and absurd sizes: such a comparison says nothing. */
function rationalOrNull(expression: Expression): RationalFunction | null {
  try {
    return rationalFunctionOf(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const subtract = (a: Expression, b: Expression) => call("Subtract", a, b);

/** One side of `isOpen`: true for bounds, strict inequalities, exceptions and memberships of symbols. */
function keepsOpen(proposition: Proposition): boolean {
  if (proposition.relation === "Element") return proposition.set !== "Integers" || proposition.left.head === "Symbol";
  if (proposition.relation === "Equal") return false;
  if (proposition.relation !== "GreaterEqual" && proposition.relation !== "LessEqual") return true;
  return factsOf(proposition).some((fact) => boundOf(fact) !== null);
}

/** The bound that a x + b >= 0 puts on x; null for other polynomials. */
function boundOf(p: Polynomial): { readonly name: string; readonly bounds: Bounds } | null {
  if (p.variables.length !== 1 || totalDegree(p) !== 1) return null;
  const name = p.variables[0]!;
  const [b, a] = coefficientsIn(p, name).map(({ terms }) => terms[0]?.coefficient ?? 0n);
  const value = rational(-b!, a!);
  return { name, bounds: a! > 0n ? { lower: value, upper: null } : { lower: null, upper: value } };
}

function tighter(a: Rational | null, b: Rational | null, sign: 1 | -1): Rational | null {
  if (a === null || b === null) return a ?? b;
  return compareRational(a, b) === sign ? a : b;
}

function collect(facts: readonly Polynomial[]): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const fact of facts) {
    const found = boundOf(fact);
    if (found === null) continue;
    const known = bounds.get(found.name) ?? { lower: null, upper: null };
    bounds.set(found.name, {
      lower: tighter(known.lower, found.bounds.lower, 1),
      upper: tighter(known.upper, found.bounds.upper, -1),
    });
  }
  return bounds;
}

const factsOfAll = (assumptions: readonly Proposition[]) =>
  assumptions.flatMap((proposition) => (proposition.relation === "Element" ? [] : factsOf(proposition)));

/** The assumptions, with the default ones of the symbols on which they put no bound. */
export function effectiveAssumptions(assumptions: readonly Proposition[]): readonly Proposition[] {
  const bounds = collect(factsOfAll(assumptions));
  const isOpen = (proposition: Proposition) => proposition.left.head === "Symbol" && !bounds.has(proposition.left.name);
  return [...defaultAssumptions.filter(isOpen), ...assumptions];
}

/**
 * The domain of some assumptions, with the default ones for B, c and alpha where the assumptions put no bound on the symbol.
 * Comparisons of anything but polynomials, and `NotEqual`, say nothing here.
 */
export function domainOf(assumptions: readonly Proposition[] = []): Domain {
  const all = effectiveAssumptions(assumptions);
  const facts = factsOfAll(all);
  const integers = all.flatMap((proposition) =>
    proposition.relation === "Element" && proposition.set === "Integers" && proposition.left.head === "Symbol"
      ? [proposition.left.name]
      : [],
  );
  const bounds = collect(facts);
  const isWide = ([name, { lower, upper }]: readonly [string, Bounds]) =>
    lower === null || upper === null || (compareRational(lower, upper) === -1 && !integers.includes(name));
  return {
    bounds,
    integers: new Set(integers),
    facts: facts.filter(({ variables }) => variables.length > 1),
    isOpen: all.every(keepsOpen) && [...bounds].every(isWide),
  };
}
