import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { homogeneousNotation, reference, total } from "../ways/homogeneousChecks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-c11-m");

export const theoremC11M = theorem({
  id: "batchnorm/theorem-c-11-m",
  kind: "theorem",
  title: "The gradient's eigenvalue on M of a homogeneous activation",
  notation: homogeneousNotation,
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem C.11" }],
  uses: ["batchnorm/theorem-c-5-m", "batchnorm/theorem-c-8-m", "batchnorm/theorem-c-10-m"],
  proof: { kind: "steps", file: "proofs/batchnorm/theoremC11.ts" },
  checks: [
    exactly("theorem-c11-m", "backward-m"),
    {
      kind: "routes",
      left: { name: "the three parts by moments of two samples", evaluate: (values) => total(values, "M") },
      right: rightSide(claim),
      tolerance: { unit: "abs", limit: 1e-9, why: "it changes sign; parts of size up to 1e3, to 1e-13 relative" },
    },
    ...[
      { B: 4, value: "0.8806821901745564222" },
      { B: 8, value: "0.7232772803938693064" },
      { B: 64, value: "0.729505523722965476" },
    ].map(({ B, value }) => reference(B, value, rightSide(claim))),
  ],
});
