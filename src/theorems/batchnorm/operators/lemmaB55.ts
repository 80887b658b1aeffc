import { minus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { applyTensor } from "../ways/orbitTensor.js";
import { differencePattern, entriesOf } from "../ways/patterns.js";
import { proofNamed } from "../ways/proofNamed.js";
import { dosCoefficients, dosParameters } from "./dos.js";
import { real, rounding } from "./settings.js";

export const lemmaB55 = theorem({
  id: "batchnorm/lemma-b-55",
  kind: "lemma",
  title: "DOS(u, v, w) maps L(a, b) to L(u a, w b - v a).",
  notation: { "b'": "T{L(a, b)} = L(a', b') with a' = u a" },
  parameters: {
    ...dosParameters,
    B: { ...dosParameters.B, max: 9 },
    a: real("First coordinate."),
    b: real("Second coordinate."),
  },
  assumptions: [],
  claim: equation(symbol("b'"), minus(times("w", "b"), times("v", "a"))),
  source: paper("Lemma B.55"),
  uses: ["batchnorm/definition-b-54", "batchnorm/definition-b-35"],
  proof: { kind: "steps", file: "proofs/batchnorm/dosOperators.ts" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the B x B x B x B array applied to L(a, b)",
        evaluate: ({ B, u, v, w, a, b }) =>
          entriesOf(applyTensor(dosCoefficients(u, v, w), differencePattern(B, a, b))),
      },
      right: {
        name: "L(u a, w b - v a)",
        evaluate: ({ B, u, v, w, a, b }) => entriesOf(differencePattern(B, u * a, w * b - v * a)),
      },
      tolerance: rounding,
    },
    {
      kind: "exact",
      proofs: [proofNamed("lemma-b56")],
      because: "its steps begin with the map of L(a, b), then evaluated at an eigenvector",
    },
  ],
});
