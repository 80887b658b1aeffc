import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { diversity } from "../../../theory/landscape/assumptions/diversity.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { range, size } from "./settings.js";

/** Entry number e on or below the diagonal, row after row, is sign e mod g of g independent ones; all 2^g patterns. */
const patterns = (N: number, g: number) =>
  range(2 ** g).map((code) =>
    range(N).map((i) =>
      range(N).map((j) => {
        const [a, b] = [Math.max(i, j), Math.min(i, j)];
        return (code >> (((a * (a + 1)) / 2 + b) % g)) & 1 ? 1 : -1;
      }),
    ),
  );

/** Places of each sign. */
function placesOfSigns(N: number, g: number): readonly number[] {
  const counts = new Array<number>(g).fill(0);
  let entry = 0;
  for (let i = 0; i < N; i++) {
    for (let j = 0; j <= i; j++) counts[entry++ % g]! += i === j ? 1 : 2;
  }
  return counts;
}

export const assumption52 = theorem({
  id: "landscape/assumption-5-2",
  kind: "definition",
  title:
    "Diversity: an entry may be correlated by more than N^-3 only with fewer than N^(1/2) places, its coupling set; its mirror is one of them.",
  notation: {
    n: "most places that must be in one coupling set, 1 more where that is at least N^(1/2), which refutes the assumption",
    p: "the same by counting the places that have the same sign",
  },
  parameters: {
    N: size(2, 6, "Size N of the matrices."),
    g: size(7, 9, "Independent signs that the entries are copies of."),
  },
  assumptions: [],
  claim: equation(symbol("n"), symbol("p")),
  source: paper("Assumption 5.2"),
  uses: ["landscape/definition-f-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "correlations of all pairs of entries over the 2^g matrices",
        evaluate: ({ N, g }) => {
          const { largest, refuted } = diversity(patterns(N, g));
          return largest + Number(refuted);
        },
      },
      right: {
        name: "places counted",
        evaluate: ({ N, g }) => {
          const largest = Math.max(...placesOfSigns(N, g));
          return largest + Number(largest ** 2 >= N);
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
      cases: { count: 60, why: "there are 15 points, of up to 512 matrices" },
    },
  ],
});
