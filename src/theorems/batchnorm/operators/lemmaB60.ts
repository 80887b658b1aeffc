import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { centring, doublyCentred, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";
import { rounding } from "./settings.js";

export const lemmaB60 = theorem({
  id: "batchnorm/lemma-b-60",
  kind: "lemma",
  title: "Centring DOS(u, v, w){G} gives ((B - 1)(u - 2v) + w)/B times G.",
  notation: { lambda_G: "G T{G} G = lambda_G G" },
  parameters: dosParameters,
  assumptions: [],
  claim: proofNamed("theorem-b63-g").claim,
  source: paper("Lemma B.60"),
  uses: ["batchnorm/lemma-b-58", "batchnorm/lemma-b-15"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "G T{G} G by matrix products",
        evaluate: ({ B, u, v, w }) => entriesOf(doublyCentred(applyDos(u, v, w, centring(B)))),
      },
      right: {
        name: "((B - 1)(u - 2v) + w)/B times G",
        evaluate: ({ B, u, v, w }) => entriesOf(centring(B).mul(((B - 1) * (u - 2 * v) + w) / B)),
      },
      tolerance: { ...rounding, unit: "abs", why: "rounding of sums of 40 terms of order 2" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b63-g")] },
  ],
});
