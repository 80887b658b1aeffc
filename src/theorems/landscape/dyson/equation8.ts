import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, listed, product, realRows } from "../ways/complexRows.js";
import { randomShares, randomSymmetric, range } from "../ways/randomEquations.js";
import { parameters, resolvent, right } from "./equation7.js";
import { rounding } from "./settings.js";

/** Three matrices and their probabilities. */
const lawOf = (from: number, N: number) => ({
  matrices: range(3).map((k) => realRows(randomSymmetric(from, k, N))),
  weights: randomShares(from, 9, 3),
});

const mean = (weights: readonly number[], terms: readonly ComplexRows[]): ComplexRows =>
  terms
    .slice(1)
    .reduce(
      (sum, term, k) => combination(1, sum, weights[k + 1]!, term),
      combination(weights[0]!, terms[0]!, 0, terms[0]!),
    );

export const equation8 = theorem({
  id: "landscape/equation-8",
  kind: "formula",
  title: "In the mean over the random matrix, E[H G] = I + z E[G].",
  notation: { m: "entries of E[H G]", w: "entries of I + z E[G]" },
  parameters,
  assumptions: [],
  claim: equation(symbol("m"), symbol("w")),
  source: paper("eq. (8)"),
  uses: ["landscape/equation-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the mean of H G over three matrices",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const { matrices, weights } = lawOf(from, N);
          return listed(
            mean(
              weights,
              matrices.map((H) => product(H, resolvent(H, E, y))),
            ),
          );
        },
      },
      right: {
        name: "I + z E[G]",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const { matrices, weights } = lawOf(from, N);
          return listed(
            right(
              mean(
                weights,
                matrices.map((H) => resolvent(H, E, y)),
              ),
              E,
              y,
            ),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
