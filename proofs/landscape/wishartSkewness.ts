/**
 * H = X X^T/n - I for a p x n matrix X of independent standard Gaussians has the mean 0 and the covariance of a Gaussian orthogonal ensemble,
 * n Cov(H_ij, H_kl) = d_ik d_jl + d_il d_jk, but E tr H^3/p = (p^2 + 3 p + 4)/n^2: the matrix Dyson equation of that covariance is even, its
 * third moment is 0. Moments of X X^T by Wick's rule: E of a product of entries of X is a sum over its pairings, each of which leaves as many free
 * indices as there are classes of equal ones. The pairings are enumerated, and what they sum to is confirmed.
 */
import { minus, over, plus, power, type Term, times } from "../../src/symbolic/build.js";
import type { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import { integer, symbol } from "../../src/symbolic/expression.js";
import { equation } from "../../src/symbolic/proposition.js";
import { rational } from "../../src/symbolic/rational.js";
import { erratumBy } from "../proofBy.js";

/** All pairings of 0 .. size - 1. */
function pairings(rest: readonly number[]): readonly (readonly (readonly [number, number])[])[] {
  const [first, ...others] = rest;
  if (first === undefined) return [[]];
  return others.flatMap((partner) =>
    pairings(others.filter((other) => other !== partner)).map((pairs) => [[first, partner] as const, ...pairs]),
  );
}

/** How many classes of equal numbers 0 .. size - 1 remain. */
function classes(size: number, equal: readonly (readonly [number, number])[]): number {
  const name = Array.from({ length: size }, (_, i) => i);
  for (const [a, b] of equal) {
    const [from, to] = [name[a]!, name[b]!];
    for (const [i, own] of name.entries()) if (own === from) name[i] = to;
  }
  return new Set(name).size;
}

/**
 * E tr (X X^T)^k as counts of p^a n^b: the factors 2 r and 2 r + 1 are X_(i_r, s_r) and X_(i_(r+1), s_r). A pairing makes row and column indices
 * of its two factors equal.
 */
function traceCounts(k: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const pairs of pairings(Array.from({ length: 2 * k }, (_, f) => f))) {
    const row = (factor: number) => Math.floor((factor + 1) / 2) % k;
    const column = (factor: number) => Math.floor(factor / 2);
    const rows = classes(
      k,
      pairs.map(([f, g]) => [row(f), row(g)] as const),
    );
    const columns = classes(
      k,
      pairs.map(([f, g]) => [column(f), column(g)] as const),
    );
    const key = `${rows},${columns}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** Terms count p^a n^b. */
type Monomial = readonly [count: number, a: number, b: number];

function moment(builder: DerivationBuilder, k: number, monomials: readonly Monomial[]): number {
  const found = traceCounts(k);
  const same = found.size === monomials.length && monomials.every(([count, a, b]) => found.get(`${a},${b}`) === count);
  const terms = monomials.map(([count, a, b]): Term => times(count, power("p", a), power("n", b)));
  const claim = equation(symbol(`T_${k}`), plus(...terms));
  return builder.confirm(claim, `E tr (X X^T)^${k}: all pairings of ${2 * k} factors`, [], same);
}

const corrected = equation(symbol("mu_3"), over(plus(power("p", 2), times(3, "p"), 4), power("n", 2)));

export const wishartSkewnessErratum = erratumBy(
  {
    id: "landscape/erratum-wishart-skewness",
    title: "Zero mean and the covariance of a Gaussian ensemble do not make the spectrum symmetric",
    source: "Theorem F.1 (3) and F.2, of X X^T/n - I",
    printed: equation(over(plus(power("p", 2), times(3, "p"), 4), power("n", 2)), integer(0)),
    counterexample: { p: rational(2), n: rational(4) },
    corrected,
  },
  (builder) => {
    const moments = [
      moment(builder, 1, [[1, 1, 1]]),
      moment(builder, 2, [
        [1, 1, 2],
        [1, 2, 1],
        [1, 1, 1],
      ]),
      moment(builder, 3, [
        [1, 1, 3],
        [3, 2, 2],
        [3, 1, 2],
        [1, 3, 1],
        [3, 2, 1],
        [4, 1, 1],
      ]),
    ];
    const scaled = (k: number) => over(`T_${k}`, times("p", power("n", k)));
    const value = minus(plus(minus(scaled(3), times(3, scaled(2))), times(3, scaled(1))), 1);
    const third = builder.define(symbol("mu_3"), value, "E tr (X X^T/n - I)^3/p, expanded", moments);
    builder.deduce(corrected, "exact arithmetic", [third, ...moments]);
  },
);
