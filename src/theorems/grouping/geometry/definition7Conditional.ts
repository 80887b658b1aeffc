import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { composition, conditionalPsi, familyOfComposition, shifted } from "./composition.js";
import { differences, notation } from "./settings.js";

export const definition7Conditional = theorem({
  id: "grouping/definition-7-conditional",
  kind: "definition",
  title: "With the conditional log-partition function psi_h the printed identity holds: its gradient is E[g given h].",
  notation: { ...notation, G: "d psi_h/d f(h)", E_1: "E[g given h]" },
  parameters: composition,
  assumptions: [],
  claim: equation(symbol("G"), symbol("E_1")),
  source: paper("Definition 7"),
  uses: ["grouping/definition-7"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "E[g given h], every entry",
        evaluate: (values) => familyOfComposition(values).conditionalMeans.flat(),
      },
      right: {
        name: "psi_h by sums of exponentials, differentiated by differences",
        evaluate: (values) =>
          values.f.flatMap((row, h) =>
            row.map((x, i) => slopeByDifferences((at) => conditionalPsi(shifted(values, h, i, at), h), x, 1)),
          ),
      },
      tolerance: { ...differences, unit: "abs" },
    },
  ],
});
