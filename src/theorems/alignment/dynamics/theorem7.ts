import { normRatio } from "../../../../proofs/alignment/nodeFlow.js";
import { dot, type Vector } from "../../../numeric/linearAlgebra/vectors.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { nodeAt, nodeParameters } from "./nodeGrowth.js";
import { differences, length, notation, vector } from "./settings.js";

interface PairValues {
  readonly w_k: Vector;
  readonly r_k: Vector;
  readonly w_q: Vector;
  readonly r_q: Vector;
}

function logRatioAt({ w_k, r_k, w_q, r_q }: PairValues, t: number): number {
  return Math.log(length(nodeAt({ w_k, r_k }, t)) / length(nodeAt({ w_k: w_q, r_k: r_q }, t)));
}

export const theorem7 = theorem({
  id: "alignment/theorem-7",
  kind: "theorem",
  title: "The ratio of two nodes' norms grows at the rate h_k - h_q, whatever the residues are.",
  notation: { ...notation, L_kk: "d/dt ln(|w_k|/|w_q|)" },
  parameters: { ...nodeParameters, w_q: vector("Another weight."), r_q: vector("Its residue.") },
  assumptions: [],
  claim: normRatio.claim,
  source: paper("Theorem 7, eq. (65)"),
  uses: ["alignment/equation-64"],
  proof: { kind: "steps", file: "proofs/alignment/nodeFlow.ts" },
  checks: [
    { kind: "exact", proofs: [normRatio] },
    {
      kind: "routes",
      left: {
        name: "the log ratio along the flow, differentiated by differences",
        evaluate: (values) => {
          const radius = 0.4 / (1 + length(values.r_k) + length(values.r_q));
          return slopeByDifferences((t) => logRatioAt(values, t), 0, radius);
        },
      },
      right: {
        name: "h_k - h_q",
        evaluate: ({ w_k, r_k, w_q, r_q }) => dot(w_k, r_k) / length(w_k) - dot(w_q, r_q) / length(w_q),
      },
      tolerance: { unit: "abs", limit: 1e-9, why: differences.why },
    },
  ],
});
