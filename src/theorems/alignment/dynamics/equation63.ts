import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { nodeAt, nodeParameters, stepOf } from "./nodeGrowth.js";
import { differences, length, notation } from "./settings.js";

export const equation63 = theorem({
  id: "alignment/equation-63",
  kind: "formula",
  title: "The norm of a node with dw_k/dt = |w_k| r_k grows by w_k.r_k.",
  notation: { ...notation, "N'_k": "d|w_k|/dt", P_k: "w_k.r_k" },
  parameters: nodeParameters,
  assumptions: [],
  claim: equation(symbol("N'_k"), symbol("P_k")),
  source: paper("eq. (63)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the length along the flow, differentiated by differences",
        evaluate: (values) => slopeByDifferences((t) => length(nodeAt(values, t)), 0, stepOf(values)),
      },
      right: { name: "w_k.r_k", evaluate: ({ w_k, r_k }) => dot(w_k, r_k) },
      tolerance: { unit: "abs", limit: 1e-10, why: differences.why },
    },
  ],
});
