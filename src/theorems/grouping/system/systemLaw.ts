import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { lawOfNamed } from "../../../theory/grouping/system/eventRepresentation.js";
import { sSystem } from "../../../theory/grouping/system/sSystem.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding } from "../ways/parameters.js";
import { orderOf, randomGenerators } from "../ways/randomOrders.js";
import { allNames, lawByEnumeration, randomParts } from "../ways/randomSystems.js";
import { states, systems } from "./settings.js";

export const systemLaw = theorem({
  id: "grouping/definition-3",
  kind: "definition",
  title:
    "An S-System on any finite poset has the law of the sources times the kernels of all other elements given their immediate predecessors.",
  notation: {
    P: "the law of all random elements, built by a topological order with fibre products",
    mu: "the product of the laws of the sources",
    K: "the product over the other elements s of nu_s(h_s given t_s) Q_s((t_s, h_s), h~_s)",
  },
  parameters: systems,
  assumptions: [],
  claim: equation(symbol("P"), times("mu", "K")),
  source: paper("Definition 3, Algorithm 1, corrected"),
  uses: ["grouping/definition-2", "grouping/algorithm-1-order"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "representations glued along shared ancestors",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          const order = orderOf(generators);
          const { whole } = sSystem(order, randomParts(seed, generators, states));
          return lawOfNamed(whole, allNames(order)).weights;
        },
      },
      right: {
        name: "every state of all elements, factor by factor",
        evaluate: ({ n, kind, seed }) => {
          const generators = randomGenerators(seed, n, kind);
          return lawByEnumeration(generators, randomParts(seed, generators, states));
        },
      },
      tolerance: rounding,
    },
  ],
});
