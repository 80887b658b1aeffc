/** V4 of a general Sigma, at one entry, in two ways of taking the mean: conditionally, and with whitened inputs. */
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { hermitePair, pairParameters, quadratic } from "../ways/gaussianPairs.js";

const claim = equation(symbol("V4"), symbol("E_4"));

export const definitionC6 = theorem({
  id: "batchnorm/definition-c-6",
  kind: "definition",
  title: "The fourth-order covariance map weighs products of activations with a quadratic form of the inputs",
  notation: { V4: "V4(Sigma){Lambda}_12", E_4: "E[phi(y1) phi(y2) y^T Lambda y], y ~ N(0, Sigma)" },
  parameters: pairParameters,
  assumptions: [],
  claim,
  source: [{ key: "yang2019", at: "Definition C.6" }],
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      left: {
        name: "Gauss-Hermite with y2 conditioned on y1",
        evaluate: ({ sigma11, sigma22, c, Lambda, phi }) =>
          hermitePair(
            { sigma11, sigma22, c },
            "conditional",
            (y1, y2) => phi.value(y1) * phi.value(y2) * quadratic(Lambda, y1, y2),
          ),
      },
      right: {
        name: "Gauss-Hermite in the principal axes of the correlation",
        evaluate: ({ sigma11, sigma22, c, Lambda, phi }) =>
          hermitePair(
            { sigma11, sigma22, c },
            "axes",
            (y1, y2) => phi.value(y1) * phi.value(y2) * quadratic(Lambda, y1, y2),
          ),
      },
      tolerance: { unit: "rel", limit: 1e-9, why: "polynomials that cancel, integrated exactly up to rounding" },
    },
  ],
});
