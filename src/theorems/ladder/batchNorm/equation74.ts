import { deviationErratum } from "../../../../proofs/ladder/deviation.js";
import { batchNormProjection } from "../../../theory/ladder/batchNorm/batchNormProjection.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { batch, differing } from "./settings.js";

export const equation74 = theorem({
  id: "ladder/equation-74",
  kind: "formula",
  title: "The sigma of batch norm is the root mean square of the centred activations.",
  notation: {
    "R, Q": "sums of the activations other than f_i, and of their squares",
    mu: "(f_i + R)/N",
    f_i: "one activation of the batch f",
  },
  parameters: batch,
  assumptions: [],
  claim: deviationErratum.corrected,
  source: paper("Eqn 74"),
  uses: ["ladder/equation-10"],
  proof: { kind: "steps", file: "proofs/ladder/deviation.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "batchNormProjection's sigma, squared",
        evaluate: ({ f }) => batchNormProjection(differing(f)).sigma ** 2,
      },
      right: {
        name: "the mean over pairs of samples of half their squared difference",
        evaluate: ({ N, f }) => f.reduce((sum, a) => f.reduce((part, b) => part + (a - b) ** 2, sum), 0) / (2 * N * N),
      },
      tolerance: { unit: "rel", limit: 1e-12, why: "rounding of 81 squares" },
    },
  ],
  printed: {
    claim: deviationErratum.printed,
    says: "sigma = ||f||_uni is printed, the root mean square of f itself: it is that of the centred f^ that Eqn 74 divides by.",
    damaged: true,
    refutation: { kind: "exact", erratum: deviationErratum },
  },
});
