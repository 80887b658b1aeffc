import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { evidenceDecomposition } from "../../../theory/grouping/geometry/evidenceDecomposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { byPaths, chain, chainOf, printedPoint } from "./chain.js";
import { rounding } from "./settings.js";

export const appendixGSign = theorem({
  id: "grouping/appendix-g-sign",
  kind: "formula",
  title: "The divergence of a scale is sum nu ln(nu/p), from 0 up: L is a lower bound of ln p(X).",
  notation: { d: "ln p(X) - L", S: "sum over scales of E_nu sum nu_s ln(nu_s/p_s)" },
  parameters: chain,
  assumptions: [],
  claim: equation(symbol("d"), symbol("S")),
  source: paper("Appendix G"),
  uses: ["grouping/appendix-g"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "ln p(X) - L, scale by scale",
        evaluate: (values) => {
          const { estimate, posterior } = chainOf(values);
          return values.e - evidenceDecomposition(estimate, posterior, values.e).lowerBound;
        },
      },
      right: {
        name: "sum over all paths of nu ln(nu/p)",
        evaluate: (values) => byPaths(values).divergences.reduce((sum, value) => sum + value, 0),
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("d"), symbol("S_printed")),
    says: "D_KL(nu || p) is printed as sum nu ln p: the sign is the other one, and nu ln nu is missing.",
    damaged: false,
    refutation: {
      kind: "point",
      at: printedPoint,
      left: { name: "ln p(X) - L", evaluate: (values) => values.e - byPaths(values).lowerBound },
      right: { name: "the sum over scales of E sum nu_s ln p_s", evaluate: (values) => byPaths(values).crossTerms },
      tolerance: rounding,
    },
  },
});
