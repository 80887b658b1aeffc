import { directionFlow } from "../../../../proofs/alignment/nodeFlow.js";
import { dot } from "../../../numeric/linearAlgebra/vectors.js";
import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { slopeByDifferences } from "../../ways/differences.js";
import { paper } from "../paper.js";
import { nodeAt, nodeParameters, stepOf } from "./nodeGrowth.js";
import { differences, length, notation } from "./settings.js";

export const equation66 = theorem({
  id: "alignment/equation-66",
  kind: "formula",
  title: "The direction of a node moves by the part of its residue across the node.",
  notation: { ...notation, "u'_k": "du_k/dt" },
  parameters: nodeParameters,
  assumptions: [],
  claim: equation(symbol("u'_k"), minus("r_k", times("h_k", "u_k"))),
  source: paper("eq. (66)"),
  uses: ["alignment/equation-63"],
  proof: { kind: "steps", file: "proofs/alignment/nodeFlow.ts" },
  checks: [
    { kind: "exact", proofs: [directionFlow], because: "it ends in one coordinate, which stands for all" },
    {
      kind: "routes",
      left: {
        name: "every entry of the unit vector along the flow, differentiated by differences",
        evaluate: (values) =>
          values.w_k.map((_, i) => {
            const entry = (t: number) => {
              const w = nodeAt(values, t);
              return w[i]! / length(w);
            };
            return slopeByDifferences(entry, 0, stepOf(values));
          }),
      },
      right: {
        name: "r_k - (u_k.r_k) u_k",
        evaluate: ({ w_k, r_k }) => {
          const size = length(w_k);
          return r_k.map((x, i) => x - (dot(w_k, r_k) * w_k[i]!) / (size * size));
        },
      },
      tolerance: { unit: "abs", limit: 1e-9, why: differences.why },
    },
  ],
});
