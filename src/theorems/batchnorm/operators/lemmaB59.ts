import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { bsb1, entriesOf } from "../ways/patterns.js";
import { erratumNamed, proofNamed } from "../ways/proofNamed.js";
import { applyDos, dosParameters } from "./dos.js";
import { rounding } from "./settings.js";

const erratum = erratumNamed("b59");

export const lemmaB59 = theorem({
  id: "batchnorm/lemma-b-59",
  kind: "lemma",
  title: "BSB1(u - w, 2v) and BSB1(0, 1) are eigenmatrices of DOS(u, v, w), with eigenvalues u and w.",
  notation: { "b'": "the off-diagonal entry of T{BSB1(u - w, 2v)}" },
  parameters: dosParameters,
  assumptions: [],
  claim: erratum.corrected,
  source: paper("Lemma B.59"),
  uses: ["batchnorm/lemma-b-58"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "T{BSB1(u - w, 2v)} and T{BSB1(0, 1)}, entry by entry",
        evaluate: ({ B, u, v, w }) => [
          ...entriesOf(applyDos(u, v, w, bsb1(B, u - w, 2 * v))),
          ...entriesOf(applyDos(u, v, w, bsb1(B, 0, 1))),
        ],
      },
      right: {
        name: "u BSB1(u - w, 2v) and w BSB1(0, 1)",
        evaluate: ({ B, u, v, w }) => [...entriesOf(bsb1(B, u - w, 2 * v).mul(u)), ...entriesOf(bsb1(B, 0, w))],
      },
      tolerance: rounding,
    },
    { kind: "exact", proofs: [proofNamed("lemma-b59")] },
  ],
  printed: {
    claim: erratum.printed,
    says: "Its sentence names BSB1(w - u, w v) as the eigenmatrix; its display, BSB1(u - w, 2v), is right.",
    damaged: false,
    refutation: { kind: "exact", erratum },
  },
});
