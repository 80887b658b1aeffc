import { plus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { evidenceDecomposition } from "../../../theory/grouping/geometry/evidenceDecomposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { byPaths, chain, chainOf, printedPoint } from "./chain.js";
import { rounding } from "./settings.js";

export const appendixG = theorem({
  id: "grouping/appendix-g",
  kind: "formula",
  title: "ln p(X) is the expected data log likelihood plus the divergences of the scales, averaged over their parents.",
  notation: { e: "ln p(X)", L: "E_nu log(p(X, H)/nu(H))", S: "sum over scales of E_nu KL(nu_s || p_s)" },
  parameters: chain,
  assumptions: [],
  claim: equation(symbol("e"), plus("L", "S")),
  source: paper("Appendix G"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "L, the divergence of each scale, and their sum, scale by scale",
        evaluate: (values) => {
          const { estimate, posterior } = chainOf(values);
          const { lowerBound, divergences, total } = evidenceDecomposition(estimate, posterior, values.e);
          return [lowerBound, ...divergences, total];
        },
      },
      right: {
        name: "L and the divergences by sums over all paths of indicators, and ln p(X)",
        evaluate: (values) => {
          const { lowerBound, divergences } = byPaths(values);
          return [lowerBound, ...divergences, values.e];
        },
      },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("e_H"), plus("L", "S")),
    says: "The left side is printed as ln p(O_W), the log likelihood of the data and the indicators together. It depends on the indicators, the right side does not.",
    damaged: false,
    refutation: {
      kind: "point",
      at: printedPoint,
      left: {
        name: "ln p(X, H) at the first path: ln p(X) + ln p(H given X)",
        evaluate: (values) => values.e + byPaths(values).firstLogPosterior,
      },
      right: {
        name: "L + S",
        evaluate: (values) => {
          const { lowerBound, divergences } = byPaths(values);
          return divergences.reduce((sum, value) => sum + value, lowerBound);
        },
      },
      tolerance: rounding,
    },
  },
});
