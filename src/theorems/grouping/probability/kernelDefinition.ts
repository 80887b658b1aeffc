import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { jointThrough, markovKernel } from "../../../theory/grouping/probability/markovKernel.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomKernel, randomLaw, randomSubset, streamOf } from "../ways/randomSpaces.js";

function drawn(m: number, k: number, own: number) {
  const stream = streamOf(own, 9);
  const [law, kernel] = [randomLaw(stream, m), randomKernel(stream, m, k)];
  return { law, kernel, A: randomSubset(stream, m), B: randomSubset(stream, k) };
}

const identity = markovKernel([
  [1, 0],
  [0, 1],
]);

export const kernelDefinition = theorem({
  id: "grouping/definition-a-5",
  kind: "definition",
  title: "A law and a probability kernel determine one measure on the product; a kernel alone does not.",
  notation: {
    mu_AB: "mu(A x B) of the joint measure",
    s_AB: "the sum over x in A of p(x) Q(x, B)",
    mu_p: "the measure on the product that a kernel has under the law p",
    "mu_p'": "the one that it has under another law",
  },
  parameters: { m: size(1, 6, "States before."), k: size(1, 6, "States after."), seed },
  assumptions: [],
  claim: equation(symbol("mu_AB"), symbol("s_AB")),
  source: paper("Definition A.5"),
  uses: ["grouping/assumption-3-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the joint law, over the rectangle",
        evaluate: ({ m, k, seed: own }) => {
          const { law, kernel, A, B } = drawn(m, k, own);
          const { weights } = jointThrough(law, kernel);
          return weights.reduce((sum, p, i) => {
            return A.includes(Math.floor(i / k)) && B.includes(i % k) ? sum + p : sum;
          }, 0);
        },
      },
      right: {
        name: "kernel rows, weighted",
        evaluate: ({ m, k, seed: own }) => {
          const { law, kernel, A, B } = drawn(m, k, own);
          const row = (x: number) => B.reduce((sum, y) => sum + kernel.rows[x]![y]!, 0);
          return A.reduce((sum, x) => sum + law[x]! * row(x), 0);
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("mu_p"), symbol("mu_p'")),
    says: "A kernel alone is said to determine a measure on the product uniquely. It needs a law of its first argument: two laws give two measures.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { m: 2, k: 2, seed: 0 },
      left: {
        name: "the joint law of the identity kernel under (1/2, 1/2)",
        evaluate: () => jointThrough([0.5, 0.5], identity).weights,
      },
      right: { name: "the one under (1/4, 3/4)", evaluate: () => jointThrough([0.25, 0.75], identity).weights },
      tolerance: rounding,
    },
  },
});
