import { disentangledForward as disentangledForwardProof } from "../../../../proofs/ladder/disentanglement.js";
import { columnOf, transpose } from "../../../numeric/linearAlgebra/denseMatrix.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { ladderBatchNorm } from "../../../theory/ladder/batchNorm/ladderBatchNorm.js";
import { activationOf, disentangledActivation } from "../../../theory/ladder/disentanglement/disentangledActivation.js";
import { disentangledForward } from "../../../theory/ladder/disentanglement/disentangledForward.js";
import { kroneckerVector } from "../../../theory/ladder/disentanglement/kronecker.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { type FactorisedPoint, factorised, ladderAt, rounding } from "./settings.js";

/** Two children of one alpha, of different sizes. */
const children = (point: FactorisedPoint) => [
  ladderAt(point),
  ladderAt({ ...point, most: 1 + (point.most % 3) }, true, 1),
];

/** f_i = sum_beta sum_k w_ki E[f_k | alpha[i]], sums over the joint events of S_i. */
function byFactors(point: FactorisedPoint): number[][] {
  return Array.from({ length: point.nodes }, (_, i) =>
    Array.from({ length: point.events }, (__, z) =>
      children(point).reduce((total, { sizes, tables, activations, weights }) => {
        const from = sizes.slice(0, i).reduce((sum, size) => sum + size, 0);
        const size = sizes[i]!;
        return tables[i]![z]!.reduce((sum, probability, joint) => {
          const inner = weights[i]!.reduce(
            (part, w, k) => part + w * activations[from + k]![(joint >> (size - 1 - k)) & 1]!,
            0,
          );
          return sum + probability * inner;
        }, total);
      }, 0),
    ),
  );
}

export const theorem8 = theorem({
  id: "ladder/theorem-8",
  kind: "theorem",
  title:
    "Tables that are tensor products, separable weights and disentangled children give a disentangled parent, with factors f_i = sum_beta P_i F_S_i w_i; ReLU and batch norm keep it so.",
  notation: { F_i: "column i of sum_beta P F_beta W_beta", T_i: "1 x .. (sum_beta P_i F_S_i w_i) .. x 1" },
  parameters: factorised,
  assumptions: [],
  claim: equation(symbol("F_i"), symbol("T_i")),
  source: paper("Theorem 8, Eqn 90, Eqn 91, Eqn 92"),
  uses: ["ladder/definition-3", "ladder/definition-5", "ladder/lemma-1-1", "ladder/lemma-1-2"],
  proof: { kind: "steps", file: "proofs/ladder/disentanglement.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [disentangledForwardProof],
      because:
        "one column with two binary factors; sums over children, ReLU and batch norm act entry by entry, and more factors repeat the step",
    },
    {
      kind: "routes",
      left: {
        name: "matrices of the whole ladder",
        evaluate: (point) => disentangledForward(children(point)).raw.flat(),
      },
      right: {
        name: "factor by factor, repeated over the other factors",
        evaluate: (point) => activationOf(byFactors(point)).flat(),
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "factors and residual of ReLU(BN(F)), with the probabilities of alpha",
        evaluate: (point) => {
          const p = kroneckerVector(ladderAt(point).marginals);
          const { raw } = disentangledForward(children(point));
          const columns = raw[0]!.map((_, j) =>
            ladderBatchNorm(p, columnOf(raw, j), { epsilon: 0.1 }).output.map((value) => Math.max(0, value)),
          );
          const sizes = new Array<number>(point.nodes).fill(point.events);
          const found = disentangledActivation(transpose(columns), { sizes });
          return [...found.factors.flat(), 1 + found.residual];
        },
      },
      right: {
        name: "ReLU and batch norm of each factor, with its own probabilities",
        evaluate: (point) => {
          const { marginals } = ladderAt(point);
          const list = byFactors(point).map((f, i) =>
            ladderBatchNorm(marginals[i]!, f, { epsilon: 0.1 }).output.map((value) => Math.max(0, value)),
          );
          return [...list.flat(), 1];
        },
      },
      tolerance: rounding,
    },
  ],
});
