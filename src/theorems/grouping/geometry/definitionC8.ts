import { findRoot } from "../../../numeric/root.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { deformation } from "../../../theory/grouping/geometry/deformation.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { deformations } from "./charts.js";

export const definitionC8 = theorem({
  id: "grouping/definition-c-8",
  kind: "definition",
  title:
    "Deformations of the line compose and invert as in a group: a composition has the inverses of its parts, in the other order.",
  notation: { i: "(f after g)^-1 of v", j: "g^-1 after f^-1 of v" },
  parameters: deformations,
  assumptions: [],
  claim: equation(symbol("i"), symbol("j")),
  source: paper("Definition C.8"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "a root of f(g(u)) = v, by bracketing",
        evaluate: ({ a, b, v }) => {
          const [f, g] = [deformation(a), deformation(b)];
          return findRoot((u) => f.apply(g.apply(u)) - v, v - 3, v + 3).root;
        },
      },
      right: {
        name: "the inverse of g at the inverse of f",
        evaluate: ({ a, b, v }) => deformation(b).invert(deformation(a).invert(v)),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding over the least slope, 0.1 of each map" },
    },
  ],
});
