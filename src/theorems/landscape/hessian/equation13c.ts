import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { hyperDualSignals, layersOf } from "../ways/hyperDual.js";
import { forwardRow } from "../ways/kronecker.js";
import { hiddenLayers, readingOf } from "./responses.js";
import { networkOf, notation, rounding, sizes } from "./settings.js";

export const equation13c = theorem({
  id: "landscape/equation-13c",
  kind: "formula",
  title: "The third factor of a block is the activation of layer p - 1.",
  notation: { ...notation, h: "h_(p-1)", F_p: "x^T prod_(i < p) (W_i dg(h'_i)), i ascending" },
  parameters: sizes,
  assumptions: [],
  claim: equation(symbol("h"), symbol("F_p")),
  source: paper("eq. (13c)"),
  uses: ["landscape/equation-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "product of gates and weights, p = 2 .. L",
        evaluate: (values) => hiddenLayers(values).flatMap((p) => forwardRow(readingOf(values), p + 1)[0]!),
      },
      right: {
        name: "forward pass",
        evaluate: (values) => {
          const problem = networkOf(values);
          const signals = hyperDualSignals(layersOf(problem), "relu", problem.X[0]!, [null, null]);
          return signals.slice(0, -1).flatMap(({ h }) => h.map(([value]) => value));
        },
      },
      tolerance: rounding,
    },
  ],
});
