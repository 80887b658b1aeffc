import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { successors } from "../../../theory/grouping/system/predecessors.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { relation } from "../ways/orderByPaths.js";
import { counted } from "../ways/parameters.js";
import { orderOf, randomGenerators } from "../ways/randomOrders.js";
import { range } from "../ways/randomSpaces.js";
import { orders } from "./settings.js";

export const successor = theorem({
  id: "grouping/algorithm-2-successor",
  kind: "definition",
  title: "The immediate successors of an element are the smallest elements above it, no two of which are comparable.",
  notation: {
    s: "1 where y is an immediate successor of x, else 0",
    m: "1 where x < y and no other element above x is below y, else 0",
  },
  parameters: orders,
  assumptions: [],
  claim: equation(symbol("s"), symbol("m")),
  source: paper("Algorithm 2, SUCCESSOR"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "covers of the transitive closure",
        evaluate: ({ n, kind, seed }) => {
          const order = orderOf(randomGenerators(seed, n, kind));
          return order.elements.flatMap((x) => order.elements.map((y) => Number(successors(order, x).includes(y))));
        },
      },
      right: {
        name: "paths of generators, with nothing between",
        evaluate: ({ n, kind, seed }) => {
          const less = relation(randomGenerators(seed, n, kind));
          return range(n).flatMap((x) => {
            const up = [...less[x]!];
            return range(n).map((y) => Number(less[x]!.has(y) && !up.some((z) => less[z]!.has(y))));
          });
        },
      },
      tolerance: counted,
    },
  ],
});
