import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { backwardFactor, forwardFactor } from "../ways/crossFactors.js";
import { pairMoments } from "../ways/pairMoments.js";
import { exactly } from "../ways/proofNamed.js";
import { breaksOf, sampleMean } from "../ways/sampleLine.js";

const claim = equation(symbol("lambda_f"), symbol("lambda_b"));

export const crossBatchAdjoint = theorem({
  id: "batchnorm/cross-batch-adjoint",
  kind: "theorem",
  title: "Two batches' activations and gradients lose their covariance at one rate",
  notation: { lambda_f: "the factor of a deviation of activations, a layer", lambda_b: "of gradients" },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorems E.1 and F.1; that they agree is ours" }],
  uses: ["batchnorm/theorem-e-1", "batchnorm/theorem-f-1"],
  proof: { kind: "open", reason: "Integration by parts over the angle; steps are there for homogeneous activations." },
  checks: [
    {
      ...exactly("theorem-e1", "theorem-f2"),
      because: "the forward and the backward form of homogeneous activations are derived for one number, lambda_x",
    },
    {
      kind: "routes",
      left: {
        name: "forward, by the mean of a sample times its activation",
        evaluate: ({ B, phi }) => {
          const stein = sampleMean(B, breaksOf(phi, B), (z) => z * phi.value(z), 0.5);
          return forwardFactor(B, { stein, mu: pairMoments(phi, B).mu });
        },
      },
      right: { name: "backward, by the mean of the derivative", evaluate: ({ B, phi }) => backwardFactor(phi, B) },
      tolerance: { unit: "abs", limit: 1e-8, why: "numbers below 1 by quadrature to 1e-10" },
    },
  ],
});
