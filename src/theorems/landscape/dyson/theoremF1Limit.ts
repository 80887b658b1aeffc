import { wishartSkewnessErratum } from "../../../../proofs/landscape/wishartSkewness.js";
import { over, plus, power, times } from "../../../symbolic/build.js";
import { integer, symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { range, size } from "../ways/randomEquations.js";

/** A place of X. */
type Place = readonly [row: number, column: number];

/** E of a product of entries of X, Wick's rule: the number of pairings into equal places. */
function wick([first, ...rest]: readonly Place[]): number {
  if (first === undefined) return 1;
  return rest.reduce((sum, partner, k) => {
    if (partner[0] !== first[0] || partner[1] !== first[1]) return sum;
    return sum + wick(rest.filter((_, other) => other !== k));
  }, 0);
}

/** All lists of so many numbers below n. */
const lists = (n: number, length: number): readonly (readonly number[])[] =>
  length === 0 ? [[]] : lists(n, length - 1).flatMap((list) => range(n).map((k) => [...list, k]));

/** E tr (X X^T/n)^k/p, index by index. */
const traceMoment = (p: number, n: number, k: number): number =>
  lists(p, k).reduce(
    (sum, rows) =>
      sum +
      lists(n, k).reduce((part, columns) => {
        const places = rows.flatMap((row, r): readonly Place[] => [
          [row, columns[r]!],
          [rows[(r + 1) % k]!, columns[r]!],
        ]);
        return part + wick(places);
      }, 0),
    0,
  ) /
  (p * n ** k);

/** n Cov(H_ij, H_kl) of H = X X^T/n - I, all entries, then those of a Gaussian orthogonal ensemble. */
function covariances(p: number, n: number) {
  const tuples = lists(p, 4);
  const found = tuples.map(([i, j, k, l]) => {
    const products = lists(n, 2).reduce(
      (sum, [s, t]) =>
        sum +
        wick([
          [i!, s!],
          [j!, s!],
          [k!, t!],
          [l!, t!],
        ]),
      0,
    );
    return n * (products / (n * n) - Number(i === j) * Number(k === l));
  });
  return { found, known: tuples.map(([i, j, k, l]) => Number(i === k && j === l) + Number(i === l && j === k)) };
}

export const theoremF1Limit = theorem({
  id: "landscape/theorem-f-1-limit",
  kind: "theorem",
  title:
    "Mean zero and the covariance of a Gaussian ensemble do not give its Dyson density: X X^T/n - I has them and a third moment of (p^2 + 3 p + 4)/n^2.",
  notation: { mu_3: "E tr (X X^T/n - I)^3/p, X p x n of independent standard Gaussians", p: "rows", n: "columns" },
  parameters: { p: size(1, 3, "Rows p of X."), n: size(1, 3, "Columns n of X.") },
  assumptions: [],
  claim: equation(symbol("mu_3"), over(plus(power("p", 2), times(3, "p"), 4), power("n", 2))),
  source: paper("Theorem F.1 (3), appendix F.3"),
  uses: ["landscape/equation-10", "landscape/lemma-f-2"],
  proof: { kind: "steps", file: "proofs/landscape/wishartSkewness.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Wick's rule, index by index",
        evaluate: ({ p, n }) => {
          const [one, two, three] = [1, 2, 3].map((k) => traceMoment(p, n, k)) as [number, number, number];
          return three - 3 * two + 3 * one - 1;
        },
      },
      right: { name: "the closed form", evaluate: ({ p, n }) => (p * p + 3 * p + 4) / (n * n) },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding" },
      cases: { count: 40, why: "there are nine points" },
    },
    {
      kind: "routes",
      left: {
        name: "n times the covariance of all pairs of entries, by Wick's rule",
        evaluate: ({ p, n }) => covariances(p, n).found,
      },
      right: { name: "that of the Gaussian orthogonal ensemble", evaluate: ({ p, n }) => covariances(p, n).known },
      tolerance: { unit: "abs", limit: 1e-12, why: "rounding" },
      cases: { count: 40, why: "there are nine points" },
    },
  ],
  printed: {
    claim: equation(symbol("mu_3"), integer(0)),
    says: "As printed, weakly correlated entries and E[H] = 0 make the resolvent converge to the Dyson solution, whose odd moments vanish. Weak correlation of pairs is not enough: cumulants of three entries must vanish too.",
    damaged: false,
    refutation: { kind: "exact", erratum: wishartSkewnessErratum },
  },
});
