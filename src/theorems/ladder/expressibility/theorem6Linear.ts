import { linearLoss, linearLossTwoLeaves } from "../../../../proofs/ladder/expressibility.js";
import { expressibility, losslessLayer } from "../../../theory/ladder/expressibility/expressibility.js";
import { minimalLinearLoss } from "../../../theory/ladder/expressibility/minimalLinearLoss.js";
import { concatenated } from "../../../theory/ladder/expressibility/separators.js";
import { rightSide } from "../../batchnorm/ways/formula.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";

/** The tables of n binary leaves. */
const binary = (n: number) => new Array<number>(n).fill(2);

export const theorem6Linear = theorem({
  id: "ladder/theorem-6-linear",
  kind: "theorem",
  title:
    "Without ReLU the least loss over n binary leaves is 2^n - n - 1: exponential in the size of the region, where ReLU loses nothing.",
  notation: {
    Loss: "min over W of ||[P_1 ... P_n] W - I||_F^2, the number of events less the rank",
    n: "binary leaves",
  },
  parameters: { n: { set: "integer", min: 1, max: 7, doc: "Binary leaves of the region." } },
  assumptions: [],
  claim: linearLoss.claim,
  source: paper("Theorem 6, Eqn 82"),
  uses: ["ladder/theorem-6"],
  proof: { kind: "steps", file: "proofs/ladder/expressibility.ts" },
  checks: [
    { kind: "exact", proofs: [linearLoss, linearLossTwoLeaves] },
    {
      kind: "routes",
      left: {
        name: "events less the rank by singular values",
        evaluate: ({ n }) => minimalLinearLoss(concatenated(losslessLayer(binary(n)).tables)).loss,
      },
      right: rightSide(linearLoss.claim),
      tolerance: { unit: "abs", limit: 0, why: "counts" },
    },
    {
      kind: "routes",
      left: { name: "expressibility's closed form", evaluate: ({ n }) => expressibility(binary(n)).linearLoss },
      right: rightSide(linearLoss.claim),
      tolerance: { unit: "abs", limit: 0, why: "whole numbers" },
    },
  ],
});
