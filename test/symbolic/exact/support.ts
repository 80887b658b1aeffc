import fc from "fast-check";
import {
  gamma,
  kernelOf,
  minus,
  negative,
  over,
  pi,
  plus,
  power,
  root,
  type Term,
  term,
  times,
} from "../../../src/symbolic/build.js";
import { domainOf } from "../../../src/symbolic/exact/domain.js";
import type { Exact } from "../../../src/symbolic/exact/exact.js";
import { normalise } from "../../../src/symbolic/exact/normalise.js";
import { NotExact } from "../../../src/symbolic/exact/notExact.js";
import { call, type Expression, integer } from "../../../src/symbolic/expression.js";
import { text } from "../../../src/symbolic/format/text.js";
import { samplePoints } from "../../../src/symbolic/precise/samplePoints.js";
import { type Point, verifyZero } from "../../../src/symbolic/precise/verify.js";
import { rational } from "../../../src/symbolic/rational.js";

export const acos = (x: Term): Expression => call("Acos", term(x));
export const half = over(1, 2);
/** -1/(B-1) */
export const rho = over(-1, minus("B", 1));
export const square = (x: Term): Expression => power(x, 2);
export const pochhammer = (a: Term, k: Term): Expression => call("Pochhammer", term(a), term(k));
export const gegenbauer = (k: Term, lambda: Term, x: Term): Expression =>
  call("Gegenbauer", term(k), term(lambda), term(x));

/** The explosion rate of degree a, (B-3+2a)(S + R/(B-1))/(B-3) - a^2/(B-3). */
export function rateOf(a: Term, B: Term = "B"): Expression {
  const correlation = over(-1, minus(B, 1));
  const difference = minus(1, kernelOf(a, correlation));
  const slope = over(square(a), minus(times(2, a), 1));
  const S = over(slope, difference);
  const R = over(times(slope, kernelOf(minus(a, 1), correlation)), difference);
  const weight = plus(minus(B, 3), times(2, a));
  return minus(over(times(weight, plus(S, over(R, minus(B, 1)))), minus(B, 3)), over(square(a), minus(B, 3)));
}

/** Points inside the default domain. */
export const admissible = (seed: number, count = 4): readonly Point[] =>
  samplePoints(
    {
      B: { min: rational(9, 2), max: 40 },
      alpha: { min: rational(3, 5), max: 4 },
      c: { min: rational(-9, 10), max: rational(9, 10) },
      x: { min: rational(1, 7), max: 5 },
    },
    count,
    seed,
  );

/** "zero" or "different" at the first admissible points where the expression has a value, null when there are none. */
export function atPoints(expression: Expression, seed: number, digits = 30): "zero" | "different" | null {
  for (const at of admissible(seed)) {
    try {
      const { status } = verifyZero(expression, [at], digits);
      if (status === "undecided") throw new Error(`${text(expression)} is undecided`);
      return status === "verified" ? "zero" : "different";
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

/** The normal form, or null outside its domain. */
export function normalForm(expression: Expression): Exact | null {
  try {
    return normalise(expression);
  } catch (error) {
    if (error instanceof NotExact) return null;
    throw error;
  }
}

export const defaultDomain = domainOf();

const fraction = fc
  .tuple(fc.integer({ min: -5, max: 5 }), fc.constantFrom(1, 2, 3))
  .map(([p, q]) => (q === 1 ? integer(p) : over(p, q)));
const shift = fc.integer({ min: -3, max: 3 });
const symbols = fc.constantFrom<Term>("B", "alpha", "c").map(term);

const special: fc.Arbitrary<Expression> = fc.oneof(
  fc.constantFrom(
    pi,
    root("B"),
    root(minus("B", 2)),
    root(times("B", minus("B", 2))),
    root(minus(1, square("c"))),
    root(minus(1, square(rho))),
    root(2),
    root(6),
    acos("c"),
    acos(negative("c")),
    acos(rho),
    power(2, "alpha"),
    power(minus("B", 1), over("alpha", 2)),
    power(minus("B", 1), over(minus("B", 3), 2)),
    power("B", over(3, 4)),
  ),
  shift.map((k) => gamma(plus(over("B", 2), over(k + 4, 2)))),
  shift.map((k) => gamma(plus("alpha", over(k + 4, 2)))),
  fc.integer({ min: 0, max: 4 }).map((k) => kernelOf(k, "c")),
  fc.integer({ min: 0, max: 3 }).map((k) => kernelOf(k, rho)),
  fc.integer({ min: 0, max: 2 }).map((k) => kernelOf(plus("alpha", k), rho)),
  fc.integer({ min: 0, max: 4 }).map((k) => gegenbauer(k, over(minus("B", 3), 2), "c")),
  shift.map((k) => pochhammer(over("B", 2), k)),
);

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  { weight: 2, arbitrary: fraction },
  { weight: 2, arbitrary: symbols },
  { weight: 4, arbitrary: special },
);

const treesOf = (maxDepth: number): fc.Arbitrary<Expression> =>
  fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth, depthIdentifier: `exact${maxDepth}` },
      leaf,
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => plus(a, b)),
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => minus(a, b)),
      fc.tuple(tie("tree"), tie("tree")).map(([a, b]) => times(a, b)),
      fc.tuple(tie("tree"), leaf).map(([a, b]) => over(a, b)),
      fc.tuple(leaf, fc.integer({ min: -2, max: 3 })).map(([a, n]) => power(a, n)),
    ),
  })).tree;

/** Sums, products, quotients and small powers of rational numbers, B, alpha, c and atoms of every kind. */
export const expressions = treesOf(3);

/** The same with at most one operation. */
export const smallExpressions = treesOf(1);
