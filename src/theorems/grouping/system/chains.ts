import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { printedSSystem } from "../../../theory/grouping/system/printedSSystem.js";
import { sSystem } from "../../../theory/grouping/system/sSystem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { isChain } from "../ways/orderByPaths.js";
import { counted, seed, size } from "../ways/parameters.js";
import { orderOf, randomGenerators } from "../ways/randomOrders.js";
import { randomParts } from "../ways/randomSystems.js";

/** Sources and kernels with one state each: only the names count. */
const single = { source: 1, coupled: 1, indicator: 1 };

/** Chains in a third of the cases, graded orders with a least element in the others. */
function drawn(n: number, own: number) {
  const generators =
    own % 3 === 0
      ? { n, pairs: Array.from({ length: n - 1 }, (_, i) => [i, i + 1] as const) }
      : randomGenerators(own, n, "layers above one");
  return { generators, order: orderOf(generators), parts: randomParts(own, generators, single) };
}

export const chains = theorem({
  id: "grouping/algorithm-1-chains",
  kind: "proposition",
  title: "Among posets on which its sweeps are right, the printed algorithm builds the right space exactly for chains.",
  notation: {
    c: "1 where the printed output has as many random elements as the S-System, else 0",
    "c'": "1 where any two elements are comparable, else 0",
  },
  parameters: { n: size(1, 6, "Elements."), seed },
  assumptions: [],
  claim: equation(symbol("c"), symbol("c'")),
  source: paper("Algorithm 1"),
  uses: ["grouping/algorithm-1", "grouping/algorithm-1-product"],
  proof: {
    kind: "open",
    reason:
      "an argument about sets: an element with two predecessors, or two maximal elements, puts s0 into two factors of a product; an order with a least element and neither is a chain",
  },
  checks: [
    {
      kind: "routes",
      left: {
        name: "random elements of the printed algorithm and of the S-System, counted",
        evaluate: ({ n, seed: own }) => {
          const { order, parts } = drawn(n, own);
          const printed = printedSSystem(order, parts).whole.names.length;
          return Number(printed === sSystem(order, parts).whole.names.length);
        },
      },
      right: {
        name: "comparability of all pairs",
        evaluate: ({ n, seed: own }) => Number(isChain(drawn(n, own).generators)),
      },
      tolerance: counted,
    },
  ],
});
