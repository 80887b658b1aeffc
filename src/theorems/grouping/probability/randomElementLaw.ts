import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { lawOf, randomElement } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomPartition, randomSpace, randomValues, streamOf } from "../ways/randomSpaces.js";

function drawn(n: number, m: number, own: number) {
  const stream = streamOf(own, 4);
  const space = randomSpace(stream, n);
  return { space, values: randomValues(stream, space, m), codomain: randomPartition(stream, m) };
}

export const randomElementLaw = theorem({
  id: "grouping/definition-a-1",
  kind: "definition",
  title: "A random element is a measurable map, and its law is the measure of preimages.",
  notation: { P_A: "the law of T at the atom A", mu_A: "the measure of T^-1 A" },
  parameters: { n: size(1, 10, "Points of the space."), m: size(1, 6, "Points of the codomain."), seed },
  assumptions: [],
  claim: equation(symbol("P_A"), symbol("mu_A")),
  source: paper("Definition A.1"),
  uses: ["grouping/assumption-3-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the law, point by point",
        evaluate: ({ n, m, seed: own }) => {
          const { space, values, codomain } = drawn(n, m, own);
          return lawOf(randomElement(space, values, { codomain }));
        },
      },
      right: {
        name: "the weights of each preimage",
        evaluate: ({ n, m, seed: own }) => {
          const { space, values, codomain } = drawn(n, m, own);
          return codomain.blocks.map((block) =>
            space.weights.filter((_, point) => block.includes(values[point]!)).reduce((sum, weight) => sum + weight, 0),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
