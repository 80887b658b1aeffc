import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { probabilityOf } from "../../../theory/grouping/probability/probabilitySpace.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomEvent, randomSpace, streamOf } from "../ways/randomSpaces.js";

interface Sizes {
  readonly n: number;
  readonly seed: number;
}

/** A space and two of its events. */
function drawn({ n, seed }: Sizes) {
  const stream = streamOf(seed, 0);
  const space = randomSpace(stream, n);
  return { space, A: randomEvent(stream, space), B: randomEvent(stream, space) };
}

export const physicalSpace = theorem({
  id: "grouping/assumption-3-1",
  kind: "definition",
  title: "A finite probability space has weights that sum to 1 and adds them over disjoint events.",
  notation: { mu_0: "mu(A or B)", mu_1: "mu(A and B)", mu_A: "mu(A)", mu_B: "mu(B)" },
  parameters: { n: size(1, 10, "Points of the space."), seed },
  assumptions: [],
  claim: equation(plus("mu_0", "mu_1"), plus(symbol("mu_A"), symbol("mu_B"))),
  source: paper("Assumption 3.1"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the measure of the union and of the intersection",
        evaluate: (sizes) => {
          const { space, A, B } = drawn(sizes);
          const both = A.filter((point) => B.includes(point));
          return probabilityOf(space, [...A, ...B]) + probabilityOf(space, both);
        },
      },
      right: {
        name: "each point's weight as often as it occurs in the two events",
        evaluate: (sizes) => {
          const { space, A, B } = drawn(sizes);
          return [...A, ...B].reduce((sum, point) => sum + space.weights[point]!, 0);
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "the measure of everything",
        evaluate: (sizes) => {
          const { space } = drawn(sizes);
          return probabilityOf(space, space.events.blocks.flat());
        },
      },
      right: { name: "1", evaluate: () => 1 },
      tolerance: rounding,
    },
  ],
});
