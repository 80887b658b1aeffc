import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { coupling, maximalCoupling, mismatch } from "../../../theory/grouping/probability/coupling.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomLaw, range, streamOf } from "../ways/randomSpaces.js";

/** A random law of pairs, and its marginals. */
function drawn(m: number, own: number) {
  const stream = streamOf(own, 6);
  const flat = randomLaw(stream, m * m);
  const joint = range(m).map((i) => flat.slice(i * m, (i + 1) * m));
  const first = joint.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  const second = range(m).map((j) => joint.reduce((sum, row) => sum + row[j]!, 0));
  return { joint, first, second };
}

/** Largest |p(A) - q(A)| over all events A. */
function largestDifference(first: readonly number[], second: readonly number[]): number {
  let sums = [0];
  for (const [i, p] of first.entries()) sums = [...sums, ...sums.map((sum) => sum + p - second[i]!)];
  return sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0);
}

const largest = {
  name: "largest difference of the two laws over all events",
  evaluate: ({ m, seed: own }: { readonly m: number; readonly seed: number }) => {
    const { first, second } = drawn(m, own);
    return largestDifference(first, second);
  },
};

export const couplingInequality = theorem({
  id: "grouping/coupling-inequality",
  kind: "remark",
  title:
    "Under every coupling P(X != Y) is at least the total variation of the two laws, and the maximal coupling attains it.",
  notation: { TV: "largest |p(A) - q(A)| over all events A", D: "P(X != Y) under a coupling of p and q" },
  parameters: { m: size(1, 6, "States."), seed },
  assumptions: [],
  claim: compare("LessEqual", symbol("TV"), symbol("D")),
  source: paper("Definition A.2, after Thorisson (2000)"),
  uses: ["grouping/definition-a-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: largest,
      right: {
        name: "P(X != Y) of a random coupling",
        evaluate: ({ m, seed: own }) => {
          const { joint, first, second } = drawn(m, own);
          return mismatch(coupling(first, second, joint));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "P(X != Y) of the maximal coupling",
        evaluate: ({ m, seed: own }) => {
          const { first, second } = drawn(m, own);
          return mismatch(maximalCoupling(first, second));
        },
      },
      right: largest,
      tolerance: rounding,
    },
  ],
});
