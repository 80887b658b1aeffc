import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { refines } from "../../../theory/grouping/probability/refines.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted, seed, size } from "../ways/parameters.js";
import { merged, randomPartition, streamOf, unionsOf } from "../ways/randomSpaces.js";

/** Two scales: the coarse one is made of the fine one in two of three cases. */
function drawn(n: number, own: number) {
  const stream = streamOf(own, 0);
  const fine = randomPartition(stream, n);
  const coarse = stream.uniform() < 2 / 3 ? merged(stream, fine) : randomPartition(stream, n);
  return { fine, coarse };
}

export const hierarchy = theorem({
  id: "grouping/assumption-3-2",
  kind: "definition",
  title: "A scale is composed by a finer one exactly where each atom of the finer one lies in one of its atoms.",
  notation: {
    c: "1 where each atom of scale s lies in one atom of scale s', else 0",
    "c'": "1 where every event of scale s' is a union of events of scale s, else 0",
  },
  parameters: { n: size(1, 7, "Points of the space."), seed },
  assumptions: [],
  claim: equation(symbol("c"), symbol("c'")),
  source: paper("Assumption 3.2"),
  uses: ["grouping/assumption-3-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "inclusion of atoms",
        evaluate: ({ n, seed: own }) => {
          const { fine, coarse } = drawn(n, own);
          return Number(refines(fine, coarse));
        },
      },
      right: {
        name: "all events of both scales, listed",
        evaluate: ({ n, seed: own }) => {
          const { fine, coarse } = drawn(n, own);
          const events = unionsOf(fine.blocks);
          return Number([...unionsOf(coarse.blocks)].every((event) => events.has(event)));
        },
      },
      tolerance: counted,
    },
  ],
});
