import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type ComplexRows, combination, inverse, listed, product, realRows, shifted } from "../ways/complexRows.js";
import { energy, eta, randomShares, randomSymmetric, range, seed, size } from "../ways/randomEquations.js";
import { rounding } from "./settings.js";

const parameters = { N: size(1, 6, "Size N of the matrix."), E: energy, eta, seed } as const;
const resolvent = (H: ComplexRows, E: number, y: number) => inverse(shifted(H, [-E, -y]));
/** I + z G. */
const right = (G: ComplexRows, E: number, y: number): ComplexRows => {
  const turned = { re: G.im.map((row) => row.map((entry) => -entry)), im: G.re };
  return shifted(combination(E, G, y, turned), [1, 0]);
};

export const equation7 = theorem({
  id: "landscape/equation-7",
  kind: "formula",
  title: "The resolvent satisfies H G = I + z G.",
  notation: { HG: "entries of H G", w: "entries of I + z G" },
  parameters,
  assumptions: [],
  claim: equation(symbol("HG"), symbol("w")),
  source: paper("eq. (7)"),
  uses: ["landscape/definition-f-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "H G",
        evaluate: ({ N, E, eta: y, seed: from }) => {
          const H = realRows(randomSymmetric(from, 0, N));
          return listed(product(H, resolvent(H, E, y)));
        },
      },
      right: {
        name: "I + z G",
        evaluate: ({ N, E, eta: y, seed: from }) =>
          listed(right(resolvent(realRows(randomSymmetric(from, 0, N)), E, y), E, y)),
      },
      tolerance: rounding,
    },
  ],
});

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
