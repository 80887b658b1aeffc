import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { doublyCentred, entriesOf, matrixOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";
import { rounding } from "./settings.js";

const { claim } = proofNamed("theorem-b63-l");

/** G D G for a diagonal D of trace 0. */
function inL(B: number, entries: readonly number[]) {
  const mean = entries.reduce((sum, entry) => sum + entry, 0) / B;
  return doublyCentred(matrixOf(B, (k, l) => (k === l ? entries[k]! - mean : 0)));
}

export const lemmaB57 = theorem({
  id: "batchnorm/lemma-b-57",
  kind: "lemma",
  title: "On all of L, DOS(u, v, w) followed by centring is multiplication by ((u - 2v)(B - 2) + 2w)/B.",
  notation: { lambda_L: "G T{S} G = lambda_L S for S in L" },
  parameters: {
    ...dosParameters,
    d: { set: "vector", length: "B", min: -1, max: 1, doc: "A diagonal D; S = G (D - tr D/B) G runs over all of L." },
  },
  assumptions: [],
  claim,
  source: paper("Lemma B.57"),
  uses: ["batchnorm/lemma-b-55", "batchnorm/lemma-b-36"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "G T{S} G for S = G D G, by matrix products",
        evaluate: ({ B, u, v, w, d }) => entriesOf(doublyCentred(applyDos(u, v, w, inL(B, d)))),
      },
      right: {
        name: "((u - 2v)(B - 2) + 2w)/B times S",
        evaluate: ({ B, u, v, w, d }) => entriesOf(inL(B, d).mul(((u - 2 * v) * (B - 2) + 2 * w) / B)),
      },
      tolerance: { ...rounding, unit: "abs", why: "rounding of sums of 40 terms of order 1" },
    },
    { kind: "exact", proofs: [proofNamed("theorem-b63-l")] },
  ],
});
