import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { minus, plus, power } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { moved, nodeAt, nodeParameters, stepOf } from "./nodeGrowth.js";
import { differences, length, notation, vector } from "./settings.js";

export const equation67 = theorem({
  id: "alignment/equation-67",
  kind: "formula",
  title: "h_k changes by the square of the residue across the node and by the change of the residue along it.",
  notation: { ...notation, "h'_k": "dh_k/dt", R_k: "|r_k|", D_k: "u_k.dr_k/dt" },
  parameters: { ...nodeParameters, "r'_k": vector("dr_k/dt.") },
  assumptions: [],
  claim: equation(symbol("h'_k"), plus(minus(power("R_k", 2), power("h_k", 2)), "D_k")),
  source: paper("eq. (67)"),
  uses: ["alignment/equation-66"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "u_k.r_k along the flow, differentiated by differences",
        evaluate: ({ w_k, r_k, "r'_k": change }) =>
          slopeByDifferences(
            (t) => {
              const w = nodeAt({ w_k, r_k }, t);
              return dot(w, moved(r_k, t, change)) / length(w);
            },
            0,
            stepOf({ r_k }),
          ),
      },
      right: {
        name: "|r_k|^2 - h_k^2 + u_k.dr_k/dt",
        evaluate: ({ w_k, r_k, "r'_k": change }) =>
          dot(r_k, r_k) - (dot(w_k, r_k) / length(w_k)) ** 2 + dot(w_k, change) / length(w_k),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: differences.why },
    },
  ],
});
