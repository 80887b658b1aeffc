import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { besideRate, homogeneousNotation, reference, totalBesideRate } from "../ways/homogeneousChecks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("theorem-c11-l");

export const theoremC11L = theorem({
  id: "batchnorm/theorem-c-11-l",
  kind: "theorem",
  title: "The gradient's eigenvalue on L of a homogeneous activation",
  notation: homogeneousNotation,
  parameters: homogeneousParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem C.11" }],
  uses: ["batchnorm/theorem-c-5-l", "batchnorm/theorem-c-8-l", "batchnorm/theorem-c-10-l"],
  proof: { kind: "steps", file: "proofs/batchnorm/theoremC11.ts" },
  checks: [
    exactly("theorem-c11-l", "backward-l"),
    {
      kind: "routes",
      left: totalBesideRate("L"),
      right: besideRate(rightSide(claim)),
      tolerance: { unit: "rel", limit: 1e-10, why: "terms of size 1/(2 alpha - 1) that cancel near degree 1/2" },
    },
    ...[
      { B: 4, value: "1.9496013621166739324" },
      { B: 8, value: "1.502726258144717821" },
      { B: 64, value: "1.465306156655738571" },
    ].map(({ B, value }) => reference(B, value, rightSide(claim))),
  ],
});
