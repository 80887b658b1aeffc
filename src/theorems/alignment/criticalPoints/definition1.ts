import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { batchCriticality } from "../../../theory/alignment/interpolation/batchCriticality.js";
import { incidenceMatrix } from "../../../theory/alignment/interpolation/incidenceMatrix.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { batchSizes, sampleGradients } from "./batches.js";
import { rounding } from "./settings.js";

export const definition1 = theorem({
  id: "alignment/definition-1",
  kind: "definition",
  title:
    "A critical point of SGD has no update from any batch: the incidence matrix of batches and samples sends the per-sample updates f_i g_i^T to zero.",
  notation: {
    S: "largest |sum of f_i g_i^T over a batch| (Frobenius)",
    "S'": "the largest row of the incidence matrix times the stacked updates",
  },
  parameters: batchSizes,
  assumptions: [compare("LessEqual", symbol("B"), symbol("N"))],
  claim: equation(symbol("S"), symbol("S'")),
  source: paper("Definition 1, eq. (21)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "every batch summed",
        evaluate: ({ N, B, seed }) => batchCriticality(sampleGradients(seed, N), B).batchNorm,
      },
      right: {
        name: "incidence matrix times updates",
        evaluate: ({ N, B, seed }) => {
          const updates = sampleGradients(seed, N).map(({ f, g }) => f.flatMap((a) => g.map((b) => a * b)));
          const rows = incidenceMatrix(N, B).map((row) =>
            updates[0]!.map((_, e) => row.reduce((sum, entry, i) => sum + entry * updates[i]![e]!, 0)),
          );
          return Math.max(...rows.map((row) => Math.hypot(...row)));
        },
      },
      tolerance: rounding,
    },
  ],
});
