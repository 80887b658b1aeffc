/** The backward eigenvalue between two batches as the squared integral of phi' over one angle. */
import { activation } from "../../../symbolic/activation/create.js";
import { over, pi, power, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { backwardFactor } from "../ways/crossFactors.js";

const claim = equation(symbol("lambda_x"), times(over("B", times(2, pi, "mu")), power("I", 2)));

export const theoremF1 = theorem({
  id: "batchnorm/theorem-f-1",
  kind: "theorem",
  title: "How fast the covariance of two batches' gradients is forgotten, for any activation",
  notation: {
    lambda_x: "the factor of the gradients' covariance between two batches, a layer",
    mu: "q (1 - c)",
    I: "the integral of sin(theta)^(B-1) phi'(-sqrt(B-1) cos(theta)) over 0 < theta < pi",
  },
  parameters: {
    B: { set: "integer", min: 4, max: 1_000_000, doc: "batch size" },
    phi: { set: "activation", class: "any", doc: "activation" },
  },
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Theorem F.1" }],
  uses: ["batchnorm/theorem-d-3", "batchnorm/proposition-c-4"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "the printed integral by quadrature, mu by a product rule",
        evaluate: ({ B, phi }) => backwardFactor(phi, B),
      },
      right: {
        name: "the cross-batch eigenvalue from E z phi(z), by series, closed form or another rule",
        evaluate: ({ B, phi }) => batchNorm({ activation: phi, batch: B }).crossBatch.eigenvalue,
      },
      tolerance: {
        unit: "abs",
        limit: 1e-8,
        why: "a number below 1 by quadrature; nearly constant phi lose two digits",
      },
    },
    {
      kind: "reference",
      at: { B: 64, phi: activation("tanh") },
      value: "0.927023554407560975937",
      origin: "test/reference/batchnorm.json: Gegenbauer series in 30 digits (mpmath)",
      way: { name: "the printed integral by quadrature", evaluate: ({ B, phi }) => backwardFactor(phi, B) },
      tolerance: { unit: "rel", limit: 1e-11, why: "one and two quadratures" },
    },
  ],
});
