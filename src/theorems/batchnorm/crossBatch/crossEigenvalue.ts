import { activation } from "../../../symbolic/activation/create.js";
import { evaluate } from "../../../symbolic/evaluate.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { sides } from "../ways/formula.js";
import { crossDecay, exact, KAPPA } from "../ways/networks.js";
import { pairMoments } from "../ways/pairMoments.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";
import { breaksOf, sampleMean } from "../ways/sampleLine.js";

const { claim } = proofNamed("cross-eigenvalue");
const { right } = sides(claim);
const settings = [
  { B: 8, phi: activation("relu") },
  { B: 8, phi: activation("tanh") },
];

export const crossEigenvalue = theorem({
  id: "batchnorm/cross-eigenvalue",
  kind: "formula",
  title: "The cross-batch eigenvalue of any activation from one mean over a sample",
  notation: { lambda_x: "the cross-batch eigenvalue", mu: "q (1 - c)", t_1: "E z phi(z), z one sample of a batch" },
  parameters: {
    B: { set: "integer", min: 4, max: 300, doc: "batch size; Gamma(B/2) overflows above 340" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem E.1; this form is ours" }],
  uses: ["batchnorm/cross-batch-adjoint"],
  proof: { kind: "steps", file: "proofs/batchnorm/crossBatch.ts" },
  checks: [
    exactly("cross-eigenvalue"),
    {
      kind: "routes",
      left: {
        name: "the claim's right side, E z phi(z) and mu by quadrature",
        evaluate({ B, phi }) {
          const mean = sampleMean(B, breaksOf(phi, B), (z) => z * phi.value(z), 0.5);
          return evaluate(right, { B, mu: pairMoments(phi, B).mu, t_1: mean });
        },
      },
      right: {
        name: "the cross-batch eigenvalue by series, closed form or another rule",
        evaluate: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).crossBatch.eigenvalue,
      },
      tolerance: {
        unit: "abs",
        limit: 1e-8,
        why: "a number below 1 by quadrature; nearly constant phi lose two digits",
      },
    },
    {
      kind: "simulation",
      name: "a small covariance between two batches, two layers up",
      at: settings as [(typeof settings)[number], ...(typeof settings)[number][]],
      experiment: ({ B, phi }) => crossDecay({ activation: phi, batch: B, depth: 1 }, KAPPA),
      predict({ B, phi }) {
        const { fixedPoint, crossBatch } = batchNorm({ activation: phi, batch: B });
        const value = KAPPA * crossBatch.eigenvalue.value ** 2 * fixedPoint.mu.value;
        // the next term of each of the two layers' maps is of relative order KAPPA^2
        return { ...exact(value, "linear in the covariance"), error: 2 * KAPPA ** 2 * value };
      },
      width: { quick: 256, full: 500 },
      order: 1,
      resolution: 0.0015,
      budget: { quick: 800, full: 1600 },
    },
  ],
});
