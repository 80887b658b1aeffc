import { domainError } from "../../../numeric/domain.js";
import { assertProbabilities } from "../../../numeric/linearAlgebra/matrixChecks.js";
import type { Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { assertShapes, vector } from "../../../numeric/shape.js";
import { compensatedSum } from "../../../numeric/sum.js";

/** The f-divergences by name, and "sq", the squared Euclidean distance, which is none. */
export const divergenceNames = ["kl", "tv", "chi2", "hellinger2", "sq"] as const;
export type DivergenceName = (typeof divergenceNames)[number];

/** What a point of probabilities p and q adds; infinite where p > 0 = q and the divergence demands absolute continuity. */
const terms: Readonly<Record<DivergenceName, (p: number, q: number) => number>> = {
  kl: (p, q) => {
    if (p === 0) return 0;
    const change = (p - q) / q;
    if (Math.abs(change) < 0.5) return p * Math.log1p(change);
    // p/q overflows for a denormal q
    return p * (q === 0 ? Number.POSITIVE_INFINITY : p / q < Infinity ? Math.log(p / q) : Math.log(p) - Math.log(q));
  },
  tv: (p, q) => Math.abs(p - q) / 2,
  chi2: (p, q) => (p === q ? 0 : ((p - q) / q) * (p - q)),
  hellinger2: (p, q) => (Math.sqrt(p) - Math.sqrt(q)) ** 2,
  sq: (p, q) => (p - q) ** 2,
};

/**
 * A divergence of two laws on the same finite set:
 *
 *   kl = sum p log(p/q),  tv = sum |p - q|/2,  chi2 = sum (p - q)^2/q,  hellinger2 = sum (sqrt p - sqrt q)^2,  sq = sum (p - q)^2.
 *
 * The first four are f-divergences: no Markov kernel increases them. `sq` is none, and some kernels increase it. kl and chi2 are infinite where
 * p has mass and q has none, chi2 also where it exceeds the doubles (q below 1e-308). Domain: probabilities, one list as long as the other. Source: Theorem 4.1 of the S-System paper, corrected.
 * @throws TheoryError "domain" for p or q.
 */
export function fDivergence(name: DivergenceName, p: Vector, q: Vector): number {
  assertShapes({ p: vector, q: vector }, { p, q });
  assertPair(p, q);
  const of = Object.hasOwn(terms, name) ? terms[name] : undefined;
  if (of === undefined) throw domainError("name", name, divergenceNames.join(", "), "Pass one of them.");
  return divergenceOf(name, p, q);
}

/** Of lists that have been checked. */
export const divergenceOf = (name: DivergenceName, p: Vector, q: Vector): number =>
  compensatedSum(p.map((value, k) => terms[name](value, q[k]!)));

/** Throws TheoryError unless both are laws on the same points. */
export function assertPair(p: Vector, q: Vector): void {
  assertProbabilities("p", p);
  if (q.length !== p.length)
    throw domainError("q.length", q.length, `${p.length}, as p`, "Give q as many entries as p.");
  assertProbabilities("q", q);
}
