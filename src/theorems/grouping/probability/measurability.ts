import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { isMeasurable } from "../../../theory/grouping/probability/randomElement.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, seed, size } from "../ways/parameters.js";
import {
  below,
  bits,
  randomPartition,
  randomSpace,
  randomValues,
  range,
  streamOf,
  unionsOf,
} from "../ways/randomSpaces.js";

/** A space, and a map on it that is constant on atoms in half of the cases. */
function drawn(n: number, m: number, own: number) {
  const stream = streamOf(own, 3);
  const space = randomSpace(stream, n);
  const codomain = randomPartition(stream, m);
  const values = randomValues(stream, space, m);
  if (stream.uniform() < 0.5) values[below(stream, n)] = below(stream, m);
  return { space, values, codomain };
}

export const measurability = theorem({
  id: "grouping/assumption-3-4",
  kind: "definition",
  title:
    "Measurements are physical exactly where points of one atom of the lowest measurable scale have readings in one atom.",
  notation: {
    c: "1 where X takes points of one atom into one atom, else 0",
    "c'": "1 where the preimage of every event is an event, else 0",
  },
  parameters: { n: size(1, 6, "Points of the space."), m: size(1, 4, "Points of the codomain."), seed },
  assumptions: [],
  claim: equation(symbol("c"), symbol("c'")),
  source: paper("Assumption 3.4"),
  uses: ["grouping/assumption-3-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "values within atoms",
        evaluate: ({ n, m, seed: own }) => {
          const { space, values, codomain } = drawn(n, m, own);
          return Number(isMeasurable(space, values, codomain));
        },
      },
      right: {
        name: "the preimages of all events, listed",
        evaluate: ({ n, m, seed: own }) => {
          const { space, values, codomain } = drawn(n, m, own);
          const events = unionsOf(space.events.blocks);
          const preimage = (event: number) => bits(range(n).filter((point) => (event >> values[point]!) & 1));
          return Number([...unionsOf(codomain.blocks)].every((event) => events.has(preimage(event))));
        },
      },
      tolerance: counted,
    },
  ],
});
