import { separableUpdate as separableUpdateProof } from "../../../../proofs/ladder/disentanglement.js";
import { separableUpdate } from "../../../theory/ladder/disentanglement/separableUpdate.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorisedPoint, factorised, ladderAt, rounding } from "./settings.js";

/** E[f_k(beta) | z] for each factor event z, child by child of factor i: sums over joint events. */
export function expectedActivations(point: FactorisedPoint, i: number): number[][] {
  const { sizes, tables, activations } = ladderAt(point);
  const from = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
  const size = sizes[i]!;
  return Array.from({ length: size }, (_, k) =>
    tables[i]!.map((row) =>
      row.reduce(
        (sum, probability, joint) => sum + probability * activations[from + k]![(joint >> (size - 1 - k)) & 1]!,
        0,
      ),
    ),
  );
}

export const theorem9 = theorem({
  id: "ladder/theorem-9",
  kind: "theorem",
  title:
    "A centred disentangled gradient over tensor-product tables and disentangled children gives a separable update, (P_i F_S_i)^T g~_i in block i.",
  notation: { dW_21: "update of the weight from a child of factor 2 to node 1" },
  parameters: factorised,
  assumptions: [],
  claim: separableUpdateProof.claim,
  source: paper("Theorem 9, Eqn 93, Eqn 96, Eqn 97"),
  uses: ["ladder/equation-95"],
  proof: { kind: "steps", file: "proofs/ladder/disentanglement.ts" },
  checks: [
    { kind: "exact", proofs: [separableUpdateProof] },
    {
      kind: "routes",
      left: {
        name: "the update by matrices of the whole ladder",
        evaluate: (point) => {
          const ladder = ladderAt(point);
          return separableUpdate(ladder, ladder).dW.flat();
        },
      },
      right: {
        name: "block by block, zeros elsewhere",
        evaluate: (point) => {
          const { gradients } = ladderAt(point);
          return gradients.flatMap((g, i) =>
            expectedActivations(point, i).flatMap((f) =>
              gradients.map((_, j) => (i === j ? f.reduce((sum, value, z) => sum + value * g[z]!, 0) : 0)),
            ),
          );
        },
      },
      tolerance: rounding,
    },
  ],
});
