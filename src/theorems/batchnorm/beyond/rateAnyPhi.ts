import { evaluate } from "../../../symbolic/evaluate.js";
import { theorem } from "../../theorem.js";
import { denseBackward } from "../ways/denseBackward.js";
import { sides } from "../ways/formula.js";
import { slopeMoments } from "../ways/pairMoments.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

const { claim } = proofNamed("rate-any-phi");
const { right } = sides(claim);

export const rateAnyPhi = theorem({
  id: "batchnorm/rate-any-phi",
  kind: "formula",
  title: "The explosion rate of any activation from four means over two samples",
  notation: {
    mu: "q (1 - c)",
    "s'_0": "E phi'(z1)^2",
    "s'_2": "E phi'(z1)^2 z1^2",
    "m'_00": "E phi'(z1) phi'(z2)",
    "m'_11": "E phi'(z1) phi'(z2) z1 z2",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 6, doc: "batch size; the dense operator reaches 6" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem 7; this form is ours" }],
  uses: ["batchnorm/theorem-7"],
  proof: { kind: "steps", file: "proofs/batchnorm/anyPhi.ts" },
  checks: [
    exactly("rate-any-phi"),
    {
      kind: "routes",
      left: {
        name: "the eigenvalue on span(G) of the dense operator on the sphere, B = 4 or 5",
        evaluate: ({ B, phi }) => denseBackward(phi, B, "G"),
      },
      right: {
        name: "the claim's right side with the means by a product rule",
        evaluate: ({ B, phi }) => evaluate(right, { B, ...slopeMoments(phi, B) }),
      },
      tolerance: {
        unit: "rel",
        limit: 1e-9,
        why: "panels resolve phi'^2 to 1e-10; the dense operator states its error",
      },
      cases: { count: 24, why: "two dense operators take 30 to 80 ms" },
    },
  ],
});
