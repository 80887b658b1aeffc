import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { type Poset, poset } from "../../../theory/grouping/system/poset.js";
import { predecessors, printedPredecessors } from "../../../theory/grouping/system/predecessors.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { relation } from "../ways/orderByPaths.js";
import { counted } from "../ways/parameters.js";
import { orderOf, randomGenerators } from "../ways/randomOrders.js";
import { range } from "../ways/randomSpaces.js";
import { orders } from "./settings.js";

const chain = poset(
  ["0", "1", "2", "3"],
  [
    ["0", "1"],
    ["1", "2"],
    ["2", "3"],
  ],
);

/** 1 for each element that is among these, in the order of the poset. */
const membership = ({ elements }: Poset, names: readonly string[]): number[] =>
  elements.map((name) => Number(names.includes(name)));

export const algorithm2 = theorem({
  id: "grouping/algorithm-2",
  kind: "definition",
  title: "The immediate predecessors of an element are the maximal elements below it.",
  notation: {
    p: "1 where x is an immediate predecessor of y, else 0",
    m: "1 where x < y and no other element below y is above x, else 0",
    "p'": "the same for the smallest elements below y",
  },
  parameters: orders,
  assumptions: [],
  claim: equation(symbol("p"), symbol("m")),
  source: paper("Algorithm 2, PREDECESSOR"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "covers of the transitive closure",
        evaluate: ({ n, kind, seed }) => {
          const order = orderOf(randomGenerators(seed, n, kind));
          return order.elements.flatMap((y) => membership(order, predecessors(order, y)));
        },
      },
      right: {
        name: "paths of generators, with nothing between",
        evaluate: ({ n, kind, seed }) => {
          const less = relation(randomGenerators(seed, n, kind));
          return range(n).flatMap((y) => {
            const down = range(n).filter((x) => less[x]!.has(y));
            return range(n).map((x) => Number(down.includes(x) && !down.some((z) => less[x]!.has(z))));
          });
        },
      },
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("p'"), symbol("m")),
    says: 'It prints "the set of smallest elements" smaller than s: for the top of the chain 0 < 1 < 2 < 3 that is 0, which is no immediate predecessor. The largest ones are meant.',
    damaged: false,
    refutation: {
      kind: "point",
      at: { n: 4, kind: "any", seed: 0 },
      left: {
        name: "the smallest elements below 3 in 0 < 1 < 2 < 3",
        evaluate: () => membership(chain, printedPredecessors(chain, "3")),
      },
      right: { name: "2 alone", evaluate: () => [0, 0, 1, 0] },
      tolerance: counted,
    },
  },
});
