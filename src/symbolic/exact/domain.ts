import { rationalFunctionOf } from "../algebra/fromExpression.js";
import { coefficientsIn, negatePolynomial, type Polynomial, totalDegree } from "../algebra/polynomial.js";
import type { RationalFunction } from "../algebra/rationalFunction.js";
import { call, type Expression, integer, symbol } from "../expression.js";
import { type Comparison, compare, type Proposition } from "../proposition.js";
import { rational } from "../rational.js";
import { anywhere, atLeast, atMost, type Bounds, intersect, isWide, wholeBounds } from "./bounds.js";

/** A polynomial that is >= 0, or > 0. */
export interface Fact {
  readonly polynomial: Polynomial;
  readonly strict: boolean;
}

/** What is known of the symbols. */
export interface Domain {
  readonly bounds: ReadonlyMap<string, Bounds>;
  readonly integers: ReadonlySet<string>;
  /** Facts about more than one symbol. */
  readonly facts: readonly Fact[];
  /**
   * True when an analytic function that vanishes on the domain must vanish identically: no equations, no empty or one-
   * point bounds, no whole symbol between two bounds, and no weak inequality except bounds of a symbol.
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

/** None for divisions by zero and absurd sizes: such a comparison says nothing. */
function rationalOrNull(expression: Expression): RationalFunction | null {
  try {
    return rationalFunctionOf(expression);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What a comparison says; nothing where it is not between rational functions with a constant denominator. */
function factsOf({ relation, left, right }: Comparison): readonly Fact[] {
  const difference = rationalOrNull(call("Subtract", left, right));
  if (difference === null || difference.denominator.variables.length > 0) return [];
  const p = difference.numerator;
  const opposite = negatePolynomial(p);
  switch (relation) {
    case "Greater":
      return [{ polynomial: p, strict: true }];
    case "GreaterEqual":
      return [{ polynomial: p, strict: false }];
    case "Less":
      return [{ polynomial: opposite, strict: true }];
    case "LessEqual":
      return [{ polynomial: opposite, strict: false }];
    case "Equal":
      return [p, opposite].map((polynomial) => ({ polynomial, strict: false }));
    case "NotEqual":
      return [];
  }
}

/** One side of `isOpen`: true for bounds, strict inequalities, exceptions and memberships of symbols. */
function keepsOpen(proposition: Proposition): boolean {
  if (proposition.relation === "Element") return proposition.set !== "Integers" || proposition.left.head === "Symbol";
  if (proposition.relation === "Equal") return false;
  if (proposition.relation !== "GreaterEqual" && proposition.relation !== "LessEqual") return true;
  return factsOf(proposition).some((fact) => boundOf(fact) !== null);
}

/** The bound that a x + b >= 0 puts on x; null for other polynomials. */
function boundOf({ polynomial, strict }: Fact): { readonly name: string; readonly bounds: Bounds } | null {
  if (polynomial.variables.length !== 1 || totalDegree(polynomial) !== 1) return null;
  const name = polynomial.variables[0]!;
  const [b, a] = coefficientsIn(polynomial, name).map(({ terms }) => terms[0]?.coefficient ?? 0n);
  const value = rational(-b!, a!);
  return { name, bounds: a! > 0n ? atLeast(value, strict) : atMost(value, strict) };
}

function collect(facts: readonly Fact[]): Map<string, Bounds> {
  const bounds = new Map<string, Bounds>();
  for (const fact of facts) {
    const found = boundOf(fact);
    if (found !== null) bounds.set(found.name, intersect(bounds.get(found.name) ?? anywhere, found.bounds));
  }
  return bounds;
}

const factsOfAll = (assumptions: readonly Proposition[]) =>
  assumptions.flatMap((proposition) => (proposition.relation === "Element" ? [] : factsOf(proposition)));

/** The assumptions, with the default ones of the symbols on which they put no bound. */
export function effectiveAssumptions(assumptions: readonly Proposition[]): readonly Proposition[] {
  const bounds = collect(factsOfAll(assumptions));
  const isFree = (proposition: Proposition) => proposition.left.head === "Symbol" && !bounds.has(proposition.left.name);
  return [...defaultAssumptions.filter(isFree), ...assumptions];
}

/**
 * The domain of some assumptions, with the default ones for B, c and alpha where the assumptions put no bound on the
 * symbol. Comparisons of anything but polynomials, and `NotEqual`, say nothing here.
 */
export function domainOf(assumptions: readonly Proposition[] = []): Domain {
  const all = effectiveAssumptions(assumptions);
  const facts = factsOfAll(all);
  const integers = new Set(
    all.flatMap((proposition) =>
      proposition.relation === "Element" && proposition.set === "Integers" && proposition.left.head === "Symbol"
        ? [proposition.left.name]
        : [],
    ),
  );
  const entries = [...collect(facts)].map(
    ([name, bounds]) => [name, integers.has(name) ? wholeBounds(bounds) : bounds] as const,
  );
  const isThin = ([name, bounds]: readonly [string, Bounds]) =>
    !isWide(bounds) || (integers.has(name) && bounds.lower !== null && bounds.upper !== null);
  return {
    bounds: new Map(entries),
    integers,
    facts: facts.filter(({ polynomial }) => polynomial.variables.length > 1),
    isOpen: all.every(keepsOpen) && !entries.some(isThin),
  };
}
