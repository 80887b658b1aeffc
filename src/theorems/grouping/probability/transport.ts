import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { jointLawOfElements } from "../../../theory/grouping/probability/jointLaw.js";
import { randomElement, transported } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomMap, randomSpace, randomValues, range, streamOf } from "../ways/randomSpaces.js";
import { chanceOf } from "../ways/sums.js";

function drawn(n: number, m: number, k: number, own: number) {
  const stream = streamOf(own, 7);
  const space = randomSpace(stream, n);
  const values = randomValues(stream, space, m);
  return { space, values, map: randomMap(stream, m, k) };
}

export const transport = theorem({
  id: "grouping/definition-a-3",
  kind: "definition",
  title:
    "In a deterministic coupling (X, W(X)) all mass lies on the graph of W, and W carries the law of X to that of W(X).",
  notation: { P_xy: "P(X = x, W(X) = y)", p_xy: "P(X = x) where W(x) = y, else 0" },
  parameters: {
    n: size(1, 8, "Points of the space."),
    m: size(1, 5, "States of X."),
    k: size(1, 5, "States of W(X)."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("P_xy"), symbol("p_xy")),
  source: paper("Definition A.3"),
  uses: ["grouping/definition-a-1", "grouping/definition-a-2"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the joint law of X and W(X)",
        evaluate: ({ n, m, k, seed: own }) => {
          const { space, values, map } = drawn(n, m, k, own);
          const element = randomElement(space, values, { states: m });
          return jointLawOfElements([element, transported(element, map, { states: k })]).weights;
        },
      },
      right: {
        name: "weights of the points with X = x, on the graph",
        evaluate: ({ n, m, k, seed: own }) => {
          const { space, values, map } = drawn(n, m, k, own);
          return range(m).flatMap((x) => range(k).map((y) => (map[x] === y ? chanceOf({ space, values }, x) : 0)));
        },
      },
      tolerance: rounding,
    },
  ],
});
