/** rate = sum k h_k^2 / sum h_k^2 >= (h_1^2 + 2 (sum - h_1^2))/sum = 2 - beta0. */
import { minus } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { batchNorm } from "../../../theory/batchnorm/batchNorm.js";
import { theorem } from "../../theorem.js";
import { gaussianMean, gaussianVariance, singularOr } from "../ways/gaussianLine.js";

const claim = compare("GreaterEqual", symbol("lambda_inf"), minus(2, symbol("beta_0")));

export const isometryBound = theorem({
  id: "batchnorm/isometry-bound",
  kind: "corollary",
  title: "The large-batch rate is at least 2 minus the linear share of the activation's variance",
  notation: { lambda_inf: "E phi'(z)^2/Var phi(z)", beta_0: "(E z phi(z))^2/Var phi(z), h_1^2 over the sum of h_k^2" },
  parameters: { phi: { set: "activation", class: "any", doc: "activation" } },
  assumptions: [],
  claim,
  source: [{ key: "joudaki2023", at: "the isometry rate beta_0; the bound is ours" }],
  uses: ["batchnorm/hermite-rate"],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "2 - beta_0 by quadrature on panels",
        evaluate: ({ phi }) =>
          singularOr(phi, (smooth) => {
            const linear = gaussianMean(smooth, (z) => z * (smooth.value(z) - smooth.value(0.1)));
            return 2 - linear ** 2 / gaussianVariance(smooth);
          }),
      },
      right: {
        name: "the rate at an infinite batch",
        evaluate: ({ phi }) => batchNorm({ activation: phi, batch: Infinity }).rate,
      },
      tolerance: { unit: "abs", limit: 1e-8, why: "polynomials of degree 2 attain it; quadrature" },
    },
  ],
});
