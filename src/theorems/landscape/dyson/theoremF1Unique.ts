import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, listed, realRows } from "../ways/complexRows.js";
import { plainSolution } from "../ways/plainSolution.js";
import { literalImage, randomSymmetric, randomVariances, range, streamOf } from "../ways/randomEquations.js";
import { parameters, solved } from "./equation9.js";
import { rounding } from "./settings.js";

export const theoremF1Unique = theorem({
  id: "landscape/theorem-f-1-unique",
  kind: "theorem",
  title:
    "For every z above the axis the matrix Dyson equation has one solution with Im G > 0: an iteration from any start finds the solver's.",
  notation: {
    G: "entries of the solver's solution",
    M: "entries of the limit of averaged steps from a random start with Im G > 0",
  },
  parameters,
  assumptions: [],
  claim: equation(symbol("G"), symbol("M")),
  source: paper("Theorem F.1 (1)"),
  uses: ["landscape/equation-9"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: { name: "the solver", evaluate: (point) => listed(solved(point)) },
      right: {
        name: "averaged steps from a random start",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const stream = streamOf(from, 8);
          const factor = range(N).map(() => range(N).map(() => stream.next()));
          const positive = range(N).map((i) =>
            range(N).map((j) => factor[i]!.reduce((sum, entry, k) => sum + entry * factor[j]![k]!, i === j ? 0.1 : 0)),
          );
          const start = { re: randomSymmetric(from, 5, N), im: positive };
          const variances = randomVariances(from, N);
          const S = (R: ComplexRows) => literalImage(variances, R);
          return listed(plainSolution(S, realRows(randomSymmetric(from, 0, N)), [E, y], start));
        },
      },
      tolerance: rounding,
      cases: { count: 100, why: "an iteration takes a hundred steps" },
    },
  ],
});
