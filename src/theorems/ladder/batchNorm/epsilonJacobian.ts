import { over, plus, power, root, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNormJacobian } from "../../../theory/ladder/batchNorm/batchNormProjection.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { equalWeights, normalisationDerivative, normalisedAlong } from "../ways/normalisation.js";
import { batch, differing, epsilon, gain, jacobianEntries } from "./settings.js";

export const epsilonJacobian = theorem({
  id: "ladder/batch-norm-epsilon",
  kind: "proposition",
  title:
    "With a positive epsilon batch norm's Jacobian is no projection: a gradient along the activations is shrunk by epsilon/(sigma^2 + epsilon) instead of removed.",
  notation: {
    lambda_f: "the Jacobian's eigenvalue on f - mu; c_1/s on what is orthogonal to f and 1",
    s: "sqrt(sigma^2 + epsilon)",
  },
  parameters: { ...batch, c_1: gain, epsilon },
  assumptions: [],
  claim: equation(
    symbol("lambda_f"),
    over(times("c_1", "epsilon"), power(root(plus(power("sigma", 2), "epsilon")), 3)),
  ),
  source: paper("Theorem 5"),
  uses: ["ladder/theorem-5"],
  proof: { kind: "open", reason: "Theorem 5's derivation with sigma^2 + epsilon for sigma^2; not written as steps." },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the Jacobian",
        evaluate: ({ f, c_1, epsilon: eps }) =>
          batchNormJacobian(differing(f), { c1: c_1, epsilon: eps }).jacobian.flat(),
      },
      right: {
        name: "the derivative of the definition, by tangents",
        evaluate: ({ f, c_1, epsilon: extra }) =>
          normalisationDerivative(f, { probabilities: equalWeights(f.length), c1: c_1, extra }).flat(),
      },
      tolerance: jacobianEntries,
    },
    {
      kind: "routes",
      left: {
        name: "lambda_f (f - mu)",
        evaluate: ({ f, c_1, epsilon: eps }) => {
          const { eigenvalues, mean } = batchNormJacobian(differing(f), { c1: c_1, epsilon: eps });
          return f.map((value) => eigenvalues.along * (value - mean));
        },
      },
      right: {
        name: "the derivative of the definition along f - mu",
        evaluate: ({ N, f, c_1, epsilon: extra }) => {
          const mean = f.reduce((sum, value) => sum + value, 0) / N;
          const along = f.map((value) => value - mean);
          return normalisedAlong(f, along, { probabilities: equalWeights(N), c1: c_1, extra }).map(
            ([, slope]) => slope,
          );
        },
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding over s, which is at least 0.015, times f - mu over s" },
    },
  ],
});
