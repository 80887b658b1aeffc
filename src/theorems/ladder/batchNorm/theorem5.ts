import {
  batchNormJacobianDiagonal,
  batchNormJacobianOffDiagonal,
} from "../../../../proofs/ladder/batchNormJacobian.js";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equalWeights, normalisationDerivative, normalisedAlong } from "../ways/normalisation.js";
import { batch, differing, gain, gradient, jacobianEntries } from "./settings.js";

export const theorem5 = theorem({
  id: "ladder/theorem-5",
  kind: "theorem",
  title:
    "Back through batch norm, a gradient becomes c1/sigma times its projection off the activations and the constants; c1 and c0 receive S(f)^T g.",
  notation: {
    J_ij: "derivative of output i by activation j, i != j; on the diagonal J_ii = c_1/sigma (1 - (1 + t_i^2)/N)",
    "t_i, t_j": "(f - mu)/sigma of the two samples",
    "S(f)": "the columns t and 1",
  },
  parameters: { ...batch, c_1: gain, g: gradient },
  assumptions: [],
  claim: batchNormJacobianOffDiagonal.claim,
  source: paper("Theorem 5, Eqn 11, Eqn 72, Eqn 79"),
  uses: ["ladder/equation-10"],
  proof: { kind: "steps", file: "proofs/ladder/batchNormJacobian.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [batchNormJacobianOffDiagonal, batchNormJacobianDiagonal],
      because: "all entries of J are of these two kinds, and J is symmetric, so that g_f = J g",
    },
    {
      kind: "routes",
      left: {
        name: "the gradient by projecting twice",
        evaluate: ({ f, c_1, g }) => batchNormBackward(differing(f), g, { c1: c_1 }).inputGradient,
      },
      right: {
        name: "g times the derivative of the definition, by tangents",
        evaluate: ({ f, c_1, g }) => {
          const J = normalisationDerivative(f, { probabilities: equalWeights(f.length), c1: c_1 });
          return f.map((_, k) => J.reduce((sum, row, i) => sum + row[k]! * g[i]!, 0));
        },
      },
      tolerance: jacobianEntries,
    },
    {
      kind: "routes",
      left: {
        name: "S(f)^T g",
        evaluate: ({ f, g }) => batchNormBackward(differing(f), g).parameterGradient,
      },
      right: {
        name: "derivatives of g . output by c1 and c0: the output is linear in both",
        evaluate: ({ f, g }) => {
          const probabilities = equalWeights(f.length);
          const along = (c1: number, c0: number) =>
            normalisedAlong(
              f,
              f.map(() => 0),
              { probabilities, c1, c0 },
            ).reduce((sum, [value], i) => sum + value * g[i]!, 0);
          return [along(1, 0), along(0, 1)];
        },
      },
      tolerance: {
        unit: "abs",
        limit: 1e-12,
        why: "rounding of sums of 9 products up to 9, and of directions that are known to 1e-14",
      },
    },
  ],
});
