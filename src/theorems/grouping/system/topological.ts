import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { topologicalOrder } from "../../../theory/grouping/system/posetFacts.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { counted } from "../ways/parameters.js";
import { nameOf, orderOf, randomGenerators } from "../ways/randomOrders.js";
import { range } from "../ways/randomSpaces.js";
import { orders } from "./settings.js";

export const topological = theorem({
  id: "grouping/algorithm-1-order",
  kind: "proposition",
  title: "Along a topological order every element of every finite poset is built once, after its inputs.",
  notation: { b: "for each element, its builds less 1, and the generators x < y below it that are built later" },
  parameters: orders,
  assumptions: [],
  claim: equation(symbol("b"), term(0)),
  source: paper("Algorithm 1, corrected"),
  uses: ["grouping/algorithm-1"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "builds of the topological order, against its generators",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          const sorted = topologicalOrder(orderOf(generators));
          const place = (s: number) => sorted.indexOf(nameOf(s));
          return range(n).flatMap((s) => [
            sorted.filter((name) => name === nameOf(s)).length - 1,
            generators.pairs.filter(([low, high]) => high === s && place(low) > place(high)).length,
          ]);
        },
      },
      right: { name: "0", evaluate: ({ n }) => new Array<number>(2 * n).fill(0) },
      tolerance: counted,
    },
  ],
});
