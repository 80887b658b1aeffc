import {
  batchNormJacobianActivation,
  batchNormJacobianOnes,
  batchNormJacobianOutput,
} from "../../../../proofs/ladder/batchNormJacobian.js";
import { batchNormBackward } from "../../../theory/ladder/batchNorm/batchNormBackward.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equalWeights, normalised, normalisedAlong } from "../ways/normalisation.js";
import { batch, differing, gain, offset } from "./settings.js";

const images = (f: readonly number[], c1: number, c0: number) => {
  const probabilities = equalWeights(f.length);
  return [f, f.map(() => 1), normalised(f, { probabilities, c1, c0 })];
};

export const equation78 = theorem({
  id: "ladder/equation-78",
  kind: "corollary",
  title: "Batch norm's Jacobian annihilates its input, its output and the constants.",
  notation: { Jf_i: "entry i of J f; those of J 1 and J BN(f) are 0 too" },
  parameters: { ...batch, c_1: gain, c_0: offset },
  assumptions: [],
  claim: batchNormJacobianActivation.claim,
  source: paper("Eqn 78"),
  uses: ["ladder/theorem-5"],
  proof: { kind: "steps", file: "proofs/ladder/batchNormJacobian.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [batchNormJacobianActivation, batchNormJacobianOnes, batchNormJacobianOutput],
      because: "the three products are the three parts of Eqn 78",
    },
    {
      kind: "routes",
      left: {
        name: "f, 1 and BN(f), each plus sigma/c1 J times it, by projecting twice",
        evaluate: ({ f, c_1, c_0 }) => {
          const { sigma } = batchNormBackward(differing(f), f);
          return images(f, c_1, c_0).flatMap((g) =>
            batchNormBackward(f, g).inputGradient.map((x, i) => g[i]! + sigma * x),
          );
        },
      },
      right: { name: "f, 1 and BN(f)", evaluate: ({ f, c_1, c_0 }) => images(f, c_1, c_0).flat() },
      tolerance: { unit: "abs", limit: 1e-13, why: "rounding of projections of numbers up to 8" },
    },
    {
      kind: "routes",
      left: {
        name: "the same with the derivative of the definition along them",
        evaluate: ({ f, c_1, c_0 }) => {
          const { sigma } = batchNormBackward(differing(f), f);
          const probabilities = equalWeights(f.length);
          return images(f, c_1, c_0).flatMap((df) =>
            normalisedAlong(f, df, { probabilities }).map(([, slope], i) => df[i]! + sigma * slope),
          );
        },
      },
      right: { name: "f, 1 and BN(f)", evaluate: ({ f, c_1, c_0 }) => images(f, c_1, c_0).flat() },
      tolerance: { unit: "abs", limit: 1e-10, why: "rounding over sigma^2, sigma at least 0.015" },
    },
  ],
});
