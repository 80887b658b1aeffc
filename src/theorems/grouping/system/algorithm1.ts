import { term } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { poset } from "../../../theory/grouping/system/poset.js";
import { isGraded, leastElement } from "../../../theory/grouping/system/posetFacts.js";
import { printedSweeps } from "../../../theory/grouping/system/printedSweeps.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hasLeastAndIsGraded } from "../ways/orderByPaths.js";
import { counted } from "../ways/parameters.js";
import { type OrderClass, orderOf, randomGenerators } from "../ways/randomOrders.js";
import { orders } from "./settings.js";

/** 0 < a < b < d and 0 < c < d: chains of lengths 3 and 2. */
const pentagon = poset(
  ["0", "a", "b", "c", "d"],
  [
    ["0", "a"],
    ["a", "b"],
    ["b", "d"],
    ["0", "c"],
    ["c", "d"],
  ],
);

interface OrderValues {
  readonly n: number;
  readonly kind: OrderClass;
  readonly seed: number;
}

const byChains = {
  name: "chains from the least element, all of them",
  evaluate: ({ n, kind, seed }: OrderValues) => Number(hasLeastAndIsGraded(randomGenerators(seed, n, kind))),
};

export const algorithm1 = theorem({
  id: "grouping/algorithm-1",
  kind: "theorem",
  title:
    "The sweeps of Algorithm 1 build every element once and after its inputs if and only if the poset has a least element and is graded.",
  notation: {
    w: "1 where every element but s0 is built once, none before all its immediate predecessors, else 0",
    g: "1 where the order has a least element and ranks, else 0",
    b: "builds before the inputs are ready, and builds beyond one an element",
  },
  parameters: orders,
  assumptions: [],
  claim: equation(symbol("w"), symbol("g")),
  source: paper("Algorithm 1"),
  uses: ["grouping/algorithm-2"],
  proof: {
    kind: "open",
    reason:
      "an argument about sets, not a chain of equations: sweep k builds the ends of the covering paths of length k from s0; if every element is built once, k is a rank and s0 is below all; if there are ranks above a least element, sweep k builds those of rank k",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the printed loop, run",
        evaluate: ({ n, kind, seed }) => Number(printedSweeps(orderOf(randomGenerators(seed, n, kind))).wellPosed),
      },
      right: byChains,
      tolerance: counted,
    },
    {
      kind: "routes",
      left: {
        name: "a least element and ranks",
        evaluate: ({ n, kind, seed }) => {
          const order = orderOf(randomGenerators(seed, n, kind));
          return Number(leastElement(order) !== null && isGraded(order));
        },
      },
      right: byChains,
      tolerance: counted,
    },
  ],
  printed: {
    claim: equation(symbol("b"), term(0)),
    says: "The loop is stated for every poset with a minimal element. On 0 < a < b < d, 0 < c < d it builds d with c and before b, and again after b; above a second minimal element it builds on what is never built. A topological order is right on every poset.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { n: 5, kind: "any", seed: 0 },
      left: {
        name: "early and repeated builds on 0 < a < b < d, 0 < c < d",
        evaluate: () => {
          const { counts, early } = printedSweeps(pentagon);
          return early.length + [...counts.values()].reduce((sum, count) => sum + Math.max(0, count - 1), 0);
        },
      },
      right: { name: "none", evaluate: () => 0 },
      tolerance: counted,
    },
  },
});
