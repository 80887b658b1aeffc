import { normGrowth } from "../../../../proofs/alignment/nodeFlow.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { nodeAt, nodeParameters, stepOf } from "./nodeGrowth.js";
import { differences, length, notation } from "./settings.js";

export const equation64 = theorem({
  id: "alignment/equation-64",
  kind: "formula",
  title: "The logarithm of a node's norm grows by h_k, the residue along the node.",
  notation: { ...notation, L: "d ln|w_k|/dt", h: "h_k" },
  parameters: nodeParameters,
  assumptions: [],
  claim: normGrowth.claim,
  source: paper("eq. (64)"),
  uses: ["alignment/equation-63"],
  proof: { kind: "steps", file: "proofs/alignment/nodeFlow.ts" },
  checks: [
    { kind: "exact", proofs: [normGrowth] },
    {
      kind: "routes",
      left: {
        name: "the logarithm of the length along the flow, differentiated by differences",
        evaluate: (values) => slopeByDifferences((t) => Math.log(length(nodeAt(values, t))), 0, stepOf(values)),
      },
      right: { name: "w_k.r_k/|w_k|", evaluate: ({ w_k, r_k }) => dot(w_k, r_k) / length(w_k) },
      tolerance: { unit: "abs", limit: 1e-9, why: differences.why },
    },
  ],
});
