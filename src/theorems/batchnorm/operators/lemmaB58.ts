import { plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { bsb1, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { dosCoefficients, dosParameters } from "./dos.js";
import { real, rounding } from "./settings.js";

export const lemmaB58 = theorem({
  id: "batchnorm/lemma-b-58",
  kind: "lemma",
  title: "DOS(u, v, w) maps BSB1(a, b) to BSB1(u a, w b + 2 v a).",
  notation: { "b'": "T{BSB1(a, b)} = BSB1(a', b') with a' = u a" },
  parameters: { ...dosParameters, B: { ...dosParameters.B, max: 9 }, a: real("Diagonal."), b: real("Off-diagonal.") },
  assumptions: [],
  claim: equation(symbol("b'"), plus(times("w", "b"), times(2, "v", "a"))),
  source: paper("Lemma B.58"),
  uses: ["batchnorm/definition-b-54", "batchnorm/definition-b-13"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the B x B x B x B array applied to BSB1(a, b)",
        evaluate: ({ B, u, v, w, a, b }) => entriesOf(applyTensor(dosCoefficients(u, v, w), bsb1(B, a, b))),
      },
      right: {
        name: "BSB1(u a, w b + 2 v a)",
        evaluate: ({ B, u, v, w, a, b }) => entriesOf(bsb1(B, u * a, w * b + 2 * v * a)),
      },
      tolerance: rounding,
    },
    {
      kind: "exact",
      proofs: [proofNamed("lemma-b59")],
      because: "its steps begin with the map of BSB1(a, b), then evaluated at an eigenvector",
    },
  ],
});
