import { correlationFlow } from "../../../../proofs/alignment/nodeFlow.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differences, notation, residueOf, toy } from "./settings.js";
import { explained, growthRateSlopes, growthRates } from "./toyRates.js";

export const equation68 = theorem({
  id: "alignment/equation-68",
  kind: "formula",
  title: "With one residue r = w* - sum_q a_q w_q for all nodes dh_k/dt = |r|^2 - h_k^2 - S h_k.",
  notation: { ...notation, dh: "dh_k/dt", h: "h_k", rr: "|r|^2", S: "sum_q a_q |w_q|" },
  parameters: toy,
  assumptions: [],
  claim: correlationFlow.claim,
  source: paper("eq. (68)"),
  uses: ["alignment/equation-67"],
  proof: { kind: "steps", file: "proofs/alignment/nodeFlow.ts" },
  checks: [
    { kind: "exact", proofs: [correlationFlow] },
    {
      kind: "routes",
      left: {
        name: "h of both students along the flow, by differences",
        evaluate: (values) => growthRateSlopes(values),
      },
      right: {
        name: "|r|^2 - h_k^2 - S h_k",
        evaluate: (values) => {
          const r = residueOf(values);
          return growthRates(values).map((h) => dot(r, r) - h * h - explained(values) * h);
        },
      },
      tolerance: differences,
    },
  ],
});
