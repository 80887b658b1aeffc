import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { differencePattern, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";
import { rounding } from "./settings.js";

export const lemmaB56 = theorem({
  id: "batchnorm/lemma-b-56",
  kind: "lemma",
  title: "L(w - u, v) and L(0, 1) are eigenmatrices of DOS(u, v, w), with eigenvalues u and w.",
  notation: {
    "a, b": "L(w - u, v), mapped to L(a', b')",
    "x, y": "weights of the two coordinates",
  },
  parameters: dosParameters,
  assumptions: [],
  claim: proofNamed("lemma-b56").claim,
  source: paper("Lemma B.56"),
  uses: ["batchnorm/lemma-b-55"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "T{L(w - u, v)} and T{L(0, 1)}, entry by entry",
        evaluate: ({ B, u, v, w }) => [
          ...entriesOf(applyDos(u, v, w, differencePattern(B, w - u, v))),
          ...entriesOf(applyDos(u, v, w, differencePattern(B, 0, 1))),
        ],
      },
      right: {
        name: "u L(w - u, v) and w L(0, 1)",
        evaluate: ({ B, u, v, w }) => [
          ...entriesOf(differencePattern(B, w - u, v).mul(u)),
          ...entriesOf(differencePattern(B, 0, 1).mul(w)),
        ],
      },
      tolerance: rounding,
    },
    { kind: "exact", proofs: [proofNamed("lemma-b56")] },
  ],
});
