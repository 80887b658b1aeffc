import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { evidenceDecomposition } from "../../../theory/grouping/geometry/evidenceDecomposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { byPaths, chain, chainOf, printedPoint } from "./chain.js";
import { rounding } from "./settings.js";

export const appendixGParents = theorem({
  id: "grouping/appendix-g-parents",
  kind: "formula",
  title: "The divergence of a scale is averaged over the law of its parents under nu.",
  notation: {
    S: "the last scale's divergence, averaged over its parents",
    d: "the sum of nu(H) ln(nu_s/p_s) over all paths",
  },
  parameters: chain,
  assumptions: [],
  claim: equation(symbol("S"), symbol("d")),
  source: paper("Appendix G"),
  uses: ["grouping/appendix-g"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "scale by scale",
        evaluate: (values) => {
          const { estimate, posterior } = chainOf(values);
          return evidenceDecomposition(estimate, posterior, values.e).divergences.at(-1)!;
        },
      },
      right: { name: "over all paths", evaluate: (values) => byPaths(values).divergences.at(-1)! },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("S_first"), symbol("d")),
    says: "No expectation over the parents is printed; the divergence of a scale given one value of its parents is another number.",
    damaged: false,
    refutation: {
      kind: "point",
      at: printedPoint,
      left: { name: "given the first value of the parents", evaluate: (values) => byPaths(values).firstParent },
      right: { name: "over all paths", evaluate: (values) => byPaths(values).divergences.at(-1)! },
      tolerance: rounding,
    },
  },
});
