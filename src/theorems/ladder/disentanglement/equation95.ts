import { updateBlock } from "../../../../proofs/ladder/disentanglement.js";
import { separableUpdate } from "../../../theory/ladder/disentanglement/separableUpdate.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { factorised, ladderAt, rounding } from "./settings.js";
import { expectedActivations } from "./theorem9.js";

export const equation95 = theorem({
  id: "ladder/equation-95",
  kind: "formula",
  title:
    "Off the blocks the update is E f_k times the sum of the gradient's factor: without centring it is not separable.",
  notation: {
    dW_21: "update of the weight from a child of factor 2 to node 1",
    "a, b": "P(child = 1) for the two events of factor 2",
    p: "P(factor 2 = 1)",
    "f_0, f_1": "activations of the child",
    "g_0, g_1": "g~ of node 1",
  },
  parameters: factorised,
  assumptions: [],
  claim: updateBlock.claim,
  source: paper("Eqn 94, Eqn 95"),
  uses: ["ladder/definition-3", "ladder/definition-4"],
  proof: { kind: "steps", file: "proofs/ladder/disentanglement.ts" },
  checks: [
    { kind: "exact", proofs: [updateBlock] },
    {
      kind: "routes",
      left: {
        name: "the update by matrices of the whole ladder, gradients not centred",
        evaluate: (point) => {
          const ladder = ladderAt(point, false);
          return separableUpdate(ladder, ladder).dW.flat();
        },
      },
      right: {
        name: "(P_i F_i)^T g~_i on the blocks, (P_i F_i)^T p_i 1^T g~_j off them",
        evaluate: (point) => {
          const { gradients, marginals } = ladderAt(point, false);
          const along = (f: readonly number[], v: readonly number[]) =>
            f.reduce((sum, value, z) => sum + value * v[z]!, 0);
          return gradients.flatMap((own, i) =>
            expectedActivations(point, i).flatMap((f) =>
              gradients.map((g, j) =>
                i === j ? along(f, own) : along(f, marginals[i]!) * g.reduce((sum, value) => sum + value, 0),
              ),
            ),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
